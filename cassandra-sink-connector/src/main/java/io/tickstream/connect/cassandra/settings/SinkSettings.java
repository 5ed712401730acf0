package io.tickstream.connect.cassandra.settings;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * A whole configuration, checked.
 *
 * @param connector the connector's name
 * @param topics by topic
 */
public record SinkSettings(
    String connector,
    ConnectionSettings connection,
    WriteSettings write,
    ErrorSettings errors,
    MetricsSettings metrics,
    Map<String, TopicSettings> topics) {

  public SinkSettings {
    topics = Map.copyOf(topics);
  }

  /**
   * Reads a configuration.
   *
   * @throws ConfigException naming every setting at fault
   */
  public static SinkSettings of(Map<String, String> properties) {
    Problems problems = new Problems();
    SinkSettings settings = new SettingsReader(properties, problems).read();
    if (!problems.all().isEmpty()) {
      throw new ConfigException(
          problems.all().stream().map(Problem::toString).collect(Collectors.joining("; ")));
    }
    return settings;
  }
}
