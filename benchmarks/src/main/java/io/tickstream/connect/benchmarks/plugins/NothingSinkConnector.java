package io.tickstream.connect.benchmarks.plugins;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.sink.SinkConnector;

/** Takes every record and forgets it: what is left is the cost of Connect itself. */
public final class NothingSinkConnector extends SinkConnector {

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
    return NothingSinkTask.class;
  }

  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return floor.taskConfigs(maxTasks);
  }

  @Override
  public void stop() {}

  @Override
  public ConfigDef config() {
    return new ConfigDef();
  }
}
