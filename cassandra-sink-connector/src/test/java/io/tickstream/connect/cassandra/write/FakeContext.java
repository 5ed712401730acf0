package io.tickstream.connect.cassandra.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** A worker that remembers what it was asked for. */
final class FakeContext implements SinkTaskContext {
  final Set<TopicPartition> paused = new HashSet<>();
  final List<SinkRecord> reported = new ArrayList<>();
  final List<Throwable> reasons = new ArrayList<>();
  CompletableFuture<Void> reportDurable = CompletableFuture.completedFuture(null);
  long timeoutMs = -1;

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public void offset(Map<TopicPartition, Long> offsets) {
    throw new AssertionError("the sink must not seek");
  }

  @Override
  public void offset(TopicPartition partition, long offset) {
    throw new AssertionError("the sink must not seek");
  }

  @Override
  public void timeout(long timeoutMs) {
    this.timeoutMs = timeoutMs;
  }

  @Override
  public Set<TopicPartition> assignment() {
    return Set.of();
  }

  @Override
  public void pause(TopicPartition... partitions) {
    paused.addAll(List.of(partitions));
  }

  @Override
  public void resume(TopicPartition... partitions) {
    paused.removeAll(List.of(partitions));
  }

  @Override
  public void requestCommit() {}

  @Override
  public ErrantRecordReporter errantRecordReporter() {
    return (record, error) -> {
      reported.add(record);
      reasons.add(error);
      return reportDurable;
    };
  }

  @Override
  public PluginMetrics pluginMetrics() {
    throw new UnsupportedOperationException();
  }
}
