package io.tickstream.connect.market;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.source.TransactionContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A worker's side of a task: keeps offsets, and counts transactions. */
class FakeTaskContext implements SourceTaskContext, OffsetStorageReader, TransactionContext {

  final Map<Map<String, ?>, Map<String, Object>> offsets = new HashMap<>();
  final List<SourceRecord> commits = new ArrayList<>();

  /** Stores the offsets as a worker would after the producer has acknowledged the records. */
  void acknowledge(List<SourceRecord> records) {
    for (SourceRecord record : records) {
      offsets.put(record.sourcePartition(), new HashMap<>(record.sourceOffset()));
    }
  }

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public OffsetStorageReader offsetStorageReader() {
    return this;
  }

  @Override
  public TransactionContext transactionContext() {
    return this;
  }

  @Override
  public PluginMetrics pluginMetrics() {
    return null;
  }

  @Override
  public <T> Map<String, Object> offset(Map<String, T> partition) {
    return offsets.get(partition);
  }

  @Override
  public <T> Map<Map<String, T>, Map<String, Object>> offsets(
      Collection<Map<String, T>> partitions) {
    Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
    partitions.forEach(partition -> found.put(partition, offset(partition)));
    return found;
  }

  @Override
  public void commitTransaction() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void commitTransaction(SourceRecord record) {
    commits.add(record);
  }

  @Override
  public void abortTransaction() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void abortTransaction(SourceRecord record) {
    throw new UnsupportedOperationException();
  }
}
