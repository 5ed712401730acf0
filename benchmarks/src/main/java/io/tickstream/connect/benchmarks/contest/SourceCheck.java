package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.TradeNumbers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.storage.Converter;

/**
 * Reads back what a source has left in its topic: the converter must be able to read every record,
 * there must be as many as the broker counts, and of numbered ones none may be missing or twice.
 */
final class SourceCheck {

  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Rig rig;
  private final ContestSettings settings;

  SourceCheck(Rig rig, ContestSettings settings) {
    this.rig = rig;
    this.settings = settings;
  }

  void check(String topic, Contestant.Leaves leaves) {
    boolean numbered = leaves == Contestant.Leaves.NUMBERED_TRADES;
    TradeNumbers numbers = new TradeNumbers();
    Converter converter = Converters.of(settings.format(), rig.stack().registryUrl());
    long records = 0;
    try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(consumer())) {
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
            Object value = converter.toConnectData(topic, record.value()).value();
            records++;
            if (numbered) {
              numbers.add(text(value, "symbol"), Integer.parseInt(text(value, "trade_id")));
            }
          }
        }
      }
      fail(topic, ends.values().stream().mapToLong(Long::longValue).sum(), records, numbers);
    }
  }

  private void fail(String topic, long counted, long records, TradeNumbers numbers) {
    // The marks of transactions have offsets, too.
    if (settings.exactlyOnce() ? records > counted : records != counted) {
      throw new IllegalStateException(
          "%s holds %,d records where the broker counts %,d".formatted(topic, records, counted));
    }
    if (numbers.problem() != null) {
      throw new IllegalStateException(topic + ": " + numbers.problem());
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

  private static boolean isBefore(Consumer<?, ?> consumer, Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) < end.getValue();
  }

  private static String text(Object value, String field) {
    Object found =
        value instanceof Struct struct ? struct.get(field) : ((Map<?, ?>) value).get(field);
    return Objects.toString(found);
  }
}
