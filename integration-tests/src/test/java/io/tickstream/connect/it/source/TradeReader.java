package io.tickstream.connect.it.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the ids of a topic's trades as somebody who sees committed transactions only. */
final class TradeReader implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final Duration QUIET = Duration.ofMillis(500);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final KafkaConsumer<String, String> consumer;
  private final String topic;
  private final Map<String, Long> latest = new TreeMap<>();

  TradeReader(String bootstrapServers, String topic) {
    this.topic = topic;
    this.consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false",
                "allow.auto.create.topics",
                "false"),
            new StringDeserializer(),
            new StringDeserializer());
  }

  /** All ids of each symbol, in order, until each has its last one and nothing more comes. */
  Map<String, List<Long>> all(Collection<String> symbols, long last) {
    Map<String, List<Long>> ids = new TreeMap<>();
    assign();
    consumer.seekToBeginning(consumer.assignment());
    long deadline = System.nanoTime() + LIMIT.toNanos();
    int quiet = 0;
    while (quiet < 4) {
      assertThat(System.nanoTime())
          .as("of %s trades each there are only %s", last, counts(ids))
          .isLessThan(deadline);
      boolean more = false;
      for (ConsumerRecord<String, String> record : consumer.poll(QUIET)) {
        ids.computeIfAbsent(record.key(), symbol -> new ArrayList<>()).add(id(record));
        more = true;
      }
      boolean complete =
          ids.keySet().containsAll(symbols)
              && ids.values().stream().allMatch(some -> some.contains(last));
      quiet = complete && !more ? quiet + 1 : 0;
    }
    return ids;
  }

  /** Reads on for a moment; says whether a later trade of every symbol has been there by now. */
  boolean hasPassed(long id, Collection<String> symbols) {
    assign();
    for (ConsumerRecord<String, String> record : consumer.poll(QUIET)) {
      latest.merge(record.key(), id(record), Math::max);
    }
    return symbols.stream().allMatch(symbol -> latest.getOrDefault(symbol, 0L) > id);
  }

  /** The latest id of each symbol that {@link #hasPassed} has seen. */
  Map<String, Long> latest() {
    return Map.copyOf(latest);
  }

  /** The next ids of one symbol. */
  List<Long> next(int count, String symbol) {
    assign();
    List<Long> ids = new ArrayList<>();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (ids.size() < count) {
      assertThat(System.nanoTime())
          .as("only %s of %s trades", ids.size(), count)
          .isLessThan(deadline);
      for (ConsumerRecord<String, String> record : consumer.poll(QUIET)) {
        if (record.key().equals(symbol)) {
          ids.add(id(record));
        }
      }
    }
    return ids;
  }

  /** Takes what there is until nothing more comes; gives how many that were. */
  int drain() {
    assign();
    int drained = 0;
    for (int some = 1; some > 0; drained += some) {
      some = consumer.poll(QUIET).count();
    }
    return drained;
  }

  private void assign() {
    if (consumer.assignment().isEmpty()) {
      await().atMost(LIMIT).until(() -> !consumer.partitionsFor(topic).isEmpty());
      consumer.assign(
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
    }
  }

  private static Map<String, Integer> counts(Map<String, List<Long>> ids) {
    Map<String, Integer> counts = new TreeMap<>();
    ids.forEach((symbol, some) -> counts.put(symbol, some.size()));
    return counts;
  }

  private static long id(ConsumerRecord<String, String> record) {
    try {
      return JSON.readTree(record.value()).path("trade_id").asLong();
    } catch (JsonProcessingException notJson) {
      throw new AssertionError(notJson);
    }
  }

  @Override
  public void close() {
    consumer.close();
  }
}
