package io.tickstream.connect.it;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;

/** The end offset of each partition of a topic. */
record TopicEnds(Map<Integer, Long> byPartition) {

  static TopicEnds of(Admin admin, String topic) throws Exception {
    TopicDescription description =
        admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    Map<Integer, Long> ends = new TreeMap<>();
    for (var partition : description.partitions()) {
      TopicPartition key = new TopicPartition(topic, partition.partition());
      var end = admin.listOffsets(Map.of(key, OffsetSpec.latest())).partitionResult(key).get();
      ends.put(partition.partition(), end.offset());
    }
    return new TopicEnds(ends);
  }

  /** Of all partitions; of a topic without transactions or compaction, its record count. */
  long total() {
    return byPartition.values().stream().mapToLong(Long::longValue).sum();
  }
}
