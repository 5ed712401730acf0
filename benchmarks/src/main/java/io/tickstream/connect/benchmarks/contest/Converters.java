package io.tickstream.connect.benchmarks.contest;

import io.confluent.connect.avro.AvroConverter;
import io.tickstream.connect.benchmarks.contest.ContestSettings.Format;
import java.net.URI;
import java.util.Map;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.storage.Converter;

/** The value converters of a contest, as its workers have them. */
final class Converters {

  private Converters() {}

  static Converter of(Format format, URI registry) {
    if (format == Format.AVRO) {
      AvroConverter converter = new AvroConverter();
      converter.configure(Map.of("schema.registry.url", registry.toString()), false);
      return converter;
    }
    JsonConverter converter = new JsonConverter();
    converter.configure(Map.of("schemas.enable", false), false);
    return converter;
  }
}
