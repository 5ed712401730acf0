package io.tickstream.connect.benchmarks.contest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.storage.Converter;

/** Reads topics back with the converter of the contest's workers, up to where they end. */
final class TopicReader {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Rig rig;
  private final ContestSettings settings;

  TopicReader(Rig rig, ContestSettings settings) {
    this.rig = rig;
    this.settings = settings;
  }

  /** What the workers write with. */
  Converter converter() {
    return Converters.of(settings.format(), rig.stack().registryUrl());
  }

  /**
   * Reads all values, those of a partition in their order.
   *
   * @param values take a value and its record's timestamp
   * @throws IllegalStateException when there are not as many as the broker counts
   */
  void read(String topic, ObjLongConsumer<Object> values) {
    Converter converter = converter();
    long records = 0;
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumer())) {
      List<TopicPartition> partitions =
          IntStream.range(0, settings.partitions())
              .mapToObj(partition -> new TopicPartition(topic, partition))
              .toList();
      consumer.assign(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (ends.entrySet().stream().anyMatch(end -> isBefore(consumer, end))) {
        if (System.nanoTime() > deadline) {
          throw new IllegalStateException(topic + " could not be read back in " + LIMIT);
        }
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          TopicPartition partition = new TopicPartition(topic, record.partition());
          if (record.offset() < ends.getOrDefault(partition, 0L)) {
            values.accept(
                converter.toConnectData(topic, record.value()).value(), record.timestamp());
            records++;
          }
        }
      }
      requireAll(topic, ends.values().stream().mapToLong(Long::longValue).sum(), records);
    }
  }

  private void requireAll(String topic, long counted, long records) {
    // The marks of transactions have offsets, too.
    if (settings.exactlyOnce() ? records > counted : records != counted) {
      throw new IllegalStateException(
          "%s holds %,d records where the broker counts %,d".formatted(topic, records, counted));
    }
  }

  private Map<String, Object> consumer() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        rig.stack().bootstrapServers(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
        "read_committed",
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
  }

  private static boolean isBefore(
      KafkaConsumer<?, ?> consumer, Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) < end.getValue();
  }
}
