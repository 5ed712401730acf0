package io.tickstream.connect.benchmarks.plugins;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Emits the same trades again and again, one of each symbol: what is left is the cost of Connect,
 * converter and producer.
 */
public final class PrebuiltSourceConnector extends SourceConnector {

  static final String TOPIC = "topic";
  static final String BATCH = "batch.max.records";

  static final String SYMBOLS = "symbols";

  static final String DEFAULT_BATCH = "1000";
  static final String DEFAULT_SYMBOLS = "1";

  private final Floor floor = new Floor();

  @Override
  public String version() {
    return Floor.VERSION;
  }

  @Override
  public void start(Map<String, String> props) {
    floor.start(props);
  }

  @Override
  public Class<? extends Task> taskClass() {
    return PrebuiltSourceTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return floor.taskConfigs(maxTasks);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef()
        .define(
            TOPIC,
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            ConfigDef.Importance.HIGH,
            "Where the records go.")
        .define(
            BATCH,
            ConfigDef.Type.INT,
            DEFAULT_BATCH,
            ConfigDef.Range.atLeast(1),
            ConfigDef.Importance.MEDIUM,
            "Records each poll returns.")
        .define(
            SYMBOLS,
            ConfigDef.Type.INT,
            DEFAULT_SYMBOLS,
            ConfigDef.Range.atLeast(1),
            ConfigDef.Importance.MEDIUM,
            "Distinct symbols, each a key and a source partition.");
  }
}
