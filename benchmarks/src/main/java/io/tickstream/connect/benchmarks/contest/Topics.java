package io.tickstream.connect.benchmarks.contest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;

/** Topics and offsets of the contest's broker. */
final class Topics implements AutoCloseable {

  private static final long LIMIT_S = 30;

  private final Admin admin;

  Topics(String bootstrap) {
    admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap));
  }

  void create(String topic, int partitions) {
    create(topic, partitions, Map.of());
  }

  /** A topic whose records bear the time at which the broker appended them. */
  void createStamping(String topic, int partitions) {
    create(topic, partitions, Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
  }

  private void create(String topic, int partitions, Map<String, String> more) {
    NewTopic created = new NewTopic(topic, Optional.of(partitions), Optional.of((short) 1));
    Map<String, String> configs = new HashMap<>(more);
    // Rows bear times of their own, which may be long ago: nothing is to expire.
    configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    created.configs(configs);
    await(admin.createTopics(List.of(created)).all());
  }

  void delete(String topic) {
    await(admin.deleteTopics(List.of(topic)).all());
  }

  /** Sum of the end offsets: records, where no transaction left its marks. */
  long end(String topic, int partitions) {
    Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
    for (int partition = 0; partition < partitions; partition++) {
      latest.put(new TopicPartition(topic, partition), OffsetSpec.latest());
    }
    return await(admin.listOffsets(latest).all()).values().stream()
        .mapToLong(info -> info.offset())
        .sum();
  }

  /** Sum of what a consumer group has committed, over all its partitions. */
  long committed(String group) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    return committed.values().stream()
        .filter(Objects::nonNull)
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  private static <T> T await(KafkaFuture<T> future) {
    try {
      return future.get(LIMIT_S, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker did not answer as expected", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the broker", e);
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
