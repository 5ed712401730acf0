package io.tickstream.connect.cassandra;

import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.jspecify.annotations.Nullable;

/** Hands over to a {@link StartedTask}. Called by the task's thread only. */
public final class CassandraSinkTask extends SinkTask {
  /** Which of the connector's tasks this is, as the connector itself has numbered them. */
  static final String NUMBER = "tickstream.task.number";

  private @Nullable StartedTask started;

  @Override
  public String version() {
    return Version.get();
  }

  /** Reads the configuration; Cassandra is looked for in the background. */
  @Override
  public void start(Map<String, String> props) {
    int number = Integer.parseInt(props.getOrDefault(NUMBER, "0"));
    started = StartedTask.start(SinkSettings.of(props), number, context);
  }

  @Override
  public void put(Collection<SinkRecord> records) {
    started().put(records);
  }

  @Override
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
    return started == null ? Map.of() : started.preCommit(currentOffsets);
  }

  @Override
  public void open(Collection<TopicPartition> partitions) {
    started().open(partitions);
  }

  @Override
  public void close(Collection<TopicPartition> partitions) {
    if (started != null) {
      started.close(partitions);
    }
  }

  @Override
  public void stop() {
    if (started != null) {
      started.stop();
    }
  }

  private StartedTask started() {
    if (started == null) {
      throw new ConnectException("the task has not been started");
    }
    return started;
  }
}
