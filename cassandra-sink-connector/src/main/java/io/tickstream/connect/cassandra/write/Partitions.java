package io.tickstream.connect.cassandra.write;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * The progress of all assigned partitions, under the names they have in Kafka whatever transforms
 * make of them. Guarded by the pipeline's lock.
 */
final class Partitions {
  private final Tally held = new Tally();
  private final Map<TopicPartition, PartitionProgress> progress = new HashMap<>();
  private @Nullable String lastTopic;
  private int lastPartition;
  private @Nullable PartitionProgress last;

  void open(Collection<TopicPartition> assigned) {
    last = null;
    for (TopicPartition partition : assigned) {
      PartitionProgress before = progress.put(partition, new PartitionProgress(held));
      if (before != null) {
        before.close();
      }
    }
  }

  void close(Collection<TopicPartition> revoked) {
    last = null;
    for (TopicPartition partition : revoked) {
      PartitionProgress before = progress.remove(partition);
      if (before != null) {
        before.close();
      }
    }
  }

  /** Records of which something is unfinished, or that come after such a one. */
  int held() {
    return held.count();
  }

  Set<TopicPartition> assigned() {
    return progress.keySet();
  }

  @SuppressWarnings("ReferenceEquality") // The consumer hands out one String per partition.
  PartitionProgress of(SinkRecord record) {
    PartitionProgress found = last;
    int partition = record.originalKafkaPartition();
    if (found == null || partition != lastPartition || record.originalTopic() != lastTopic) {
      found =
          progress.computeIfAbsent(
              new TopicPartition(record.originalTopic(), partition),
              unopened -> new PartitionProgress(held));
      last = found;
      lastTopic = record.originalTopic();
      lastPartition = partition;
    }
    return found;
  }

  void committable(
      Map<TopicPartition, OffsetAndMetadata> current,
      long completeNanos,
      Map<TopicPartition, OffsetAndMetadata> committable) {
    current.forEach(
        (partition, position) -> {
          PartitionProgress own = progress.get(partition);
          long offset =
              own == null ? position.offset() : own.committable(position.offset(), completeNanos);
          committable.put(
              partition, offset == position.offset() ? position : new OffsetAndMetadata(offset));
        });
  }
}
