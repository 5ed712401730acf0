package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.contest.ContestSettings.Format;
import io.tickstream.connect.stack.LocalStack;
import java.util.Map;
import java.util.TreeMap;

/** What every connector of a contest is configured with beside its own settings. */
final class ConnectorConfig {

  private ConnectorConfig() {}

  /** Converters, tasks and names; what {@code own} sets itself stays as it is. */
  static Map<String, String> complete(
      Map<String, String> own, Variant variant, Format format, LocalStack servers) {
    Map<String, String> config = new TreeMap<>();
    config.put("tasks.max", Integer.toString(variant.tasks()));
    config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    if (format == Format.AVRO) {
      config.put("value.converter", "io.confluent.connect.avro.AvroConverter");
      config.put("value.converter.schema.registry.url", servers.registryUrl().toString());
    } else {
      config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
      config.put("value.converter.schemas.enable", "false");
    }
    config.putAll(own);
    return config;
  }
}
