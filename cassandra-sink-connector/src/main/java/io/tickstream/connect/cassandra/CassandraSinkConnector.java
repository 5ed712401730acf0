package io.tickstream.connect.cassandra;

import io.tickstream.connect.cassandra.settings.Keys;
import io.tickstream.connect.cassandra.settings.UnknownKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the records of topics into Cassandra tables, as the mappings of its configuration say. At
 * least once: after a restart the last records may be written again, with the same write times, so
 * that tables keyed by the data end up as if each had been written once.
 */
public final class CassandraSinkConnector extends SinkConnector {
  private static final Logger LOG = LoggerFactory.getLogger(CassandraSinkConnector.class);

  private Map<String, String> properties = Map.of();

  @Override
  public String version() {
    return Version.get();
  }

  @Override
  public ConfigDef config() {
    return Keys.definition();
  }

  @Override
  public Config validate(Map<String, String> connectorConfigs) {
    return Validation.validate(super.validate(connectorConfigs), connectorConfigs);
  }

  @Override
  public void start(Map<String, String> props) {
    properties = Map.copyOf(props);
    Set<String> unknown = UnknownKeys.in(props);
    if (!unknown.isEmpty()) {
      LOG.warn("Nobody reads these settings: {}", String.join(", ", unknown));
    }
  }

  @Override
  public Class<? extends Task> taskClass() {
    return CassandraSinkTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return IntStream.range(0, maxTasks).mapToObj(this::taskConfig).toList();
  }

  private Map<String, String> taskConfig(int number) {
    Map<String, String> config = new HashMap<>(properties);
    config.put(CassandraSinkTask.NUMBER, String.valueOf(number));
    return config;
  }

  @Override
  public void stop() {}
}
