package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.rest.ConnectRestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The source goes on exactly where it was, whenever its worker is killed. How often it is killed
 * says the system property {@code resume.kills}.
 */
class SourceResumeIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int KILLS = Integer.getInteger("resume.kills", 2);
  private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");
  private static final ObjectMapper JSON = new ObjectMapper();

  private static LocalStack stack;

  private TradeHistory history;

  @BeforeAll
  static void start() {
    stack = LocalStack.builder().withoutRegistry().withoutCassandra().start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @BeforeEach
  void open() throws Exception {
    history = new TradeHistory();
  }

  @AfterEach
  void close() {
    history.close();
  }

  private Map<String, String> trades(String topic, String support) {
    Map<String, String> config = new TreeMap<>();
    config.put("connector.class", "io.tickstream.connect.market.MarketSourceConnector");
    config.put("tasks.max", "2");
    config.put("provider", "binance");
    config.put("dataset", "trade");
    config.put("symbols", String.join(",", SYMBOLS));
    config.put("topic", topic);
    config.put("base.url", history.url().toString());
    config.put("start.from", "earliest");
    config.put("poll.interval.ms", "50");
    config.put("rate.limit.per.minute", "0");
    config.put("rate.limit.weight.per.minute", "0");
    config.put("retry.backoff.initial.ms", "100");
    config.put("retry.backoff.max.ms", "500");
    config.put("exactly.once.support", support);
    config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    config.put("value.converter.schemas.enable", "false");
    config.put("topic.creation.default.partitions", "2");
    config.put("topic.creation.default.replication.factor", "1");
    if (support.equals("required")) {
      config.put("transaction.boundary", "connector");
    }
    return config;
  }

  @Test
  void exactlyOnceThereIsNoGapAndNoDuplicateHoweverOftenTheWorkerIsKilled() {
    Map<String, List<Long>> ids = runWithKills("resume-exactly", "required");

    long last = history.closeTrading();
    assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(SYMBOLS);
    assertThat(ids).allSatisfy((symbol, some) -> assertThat(some).isEqualTo(upTo(last)));
  }

  @Test
  void otherwiseThereIsNoGap() {
    Map<String, List<Long>> ids = runWithKills("resume-at-least", "requested");

    long last = history.closeTrading();
    assertThat(ids)
        .allSatisfy(
            (symbol, some) ->
                assertThat(new ArrayList<>(new LinkedHashSet<>(some))).isEqualTo(upTo(last)));
  }

  private Map<String, List<Long>> runWithKills(String topic, String support) {
    Map<String, String> config = trades(topic, support);
    if (support.equals("requested")) {
      // The worker would grant it.
      config.remove("exactly.once.support");
    }
    stack.connect().putConfig(topic, config);
    Random random = new Random(topic.hashCode());
    try (KafkaConsumer<String, String> consumer = consumer()) {
      for (int kill = 0; kill < KILLS; kill++) {
        stack.connect().awaitRunning(topic, LIMIT);
        pause(300 + random.nextInt(3_000));
        stack.worker(1).kill();
        stack.worker(1).start(LIMIT);
      }
      stack.connect().awaitRunning(topic, LIMIT);
      pause(1_000);
      return read(consumer, topic, history.closeTrading());
    } finally {
      stack.connect().delete(topic);
    }
  }

  @Test
  void offsetsAreRewoundForgottenAndRefusedOverRest() throws Exception {
    String topic = "resume-offsets";
    stack.connect().putConfig(topic, trades(topic, "required"));
    stack.connect().awaitRunning(topic, LIMIT);
    pause(1_000);
    long last = history.closeTrading();
    try (KafkaConsumer<String, String> consumer = consumer()) {
      read(consumer, topic, last);
      stack.connect().stop(topic);
      stack.connect().await(topic, LIMIT, "stop", status -> !status.isRunning());
      assertThat(stack.connect().offsets(topic).path("offsets")).hasSize(2);
      String rewind =
          "{\"offsets\":[{\"partition\":{\"provider\":\"binance\",\"dataset\":\"trade\",\"symbol\":\"BTCUSDT\"},\"offset\":%s}]}";
      assertThatThrownBy(
              () ->
                  stack
                      .connect()
                      .alterOffsets(
                          topic, json(rewind.formatted("{\"ts\":\"soon\",\"id\":\"1\"}"))))
          .isInstanceOf(ConnectRestException.class)
          .hasMessageContaining("ts");
      stack
          .connect()
          .alterOffsets(topic, json(rewind.formatted("{\"ts\":1,\"id\":\"" + (last - 3) + "\"}")));
      stack.connect().resume(topic);

      List<Long> again = read(consumer, topic, 3, "BTCUSDT");
      assertThat(again).containsExactly(last - 2, last - 1, last);
      stack.connect().stop(topic);
      stack.connect().await(topic, LIMIT, "stop", status -> !status.isRunning());
      stack.connect().resetOffsets(topic);
      stack.connect().resume(topic);
      assertThat(read(consumer, topic, (int) last, "ETHUSDT")).isEqualTo(upTo(last));
    } finally {
      stack.connect().delete(topic);
    }
  }

  private static JsonNode json(String text) throws Exception {
    return JSON.readTree(text);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  private static KafkaConsumer<String, String> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            stack.bootstrapServers(),
            "isolation.level",
            "read_committed",
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "earliest"),
        new StringDeserializer(),
        new StringDeserializer());
  }

  /** All ids of each symbol, in order, until each has its last one and nothing more comes. */
  private static Map<String, List<Long>> read(
      KafkaConsumer<String, String> consumer, String topic, long last) {
    Map<String, List<Long>> ids = new TreeMap<>();
    assign(consumer, topic);
    long deadline = System.nanoTime() + LIMIT.toNanos();
    int quiet = 0;
    while (quiet < 4) {
      assertThat(System.nanoTime())
          .as("only %s of %s trades each", counts(ids), last)
          .isLessThan(deadline);
      int before = ids.values().stream().mapToInt(List::size).sum();
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
        ids.computeIfAbsent(record.key(), symbol -> new ArrayList<>()).add(id(record));
      }
      boolean complete =
          ids.size() == SYMBOLS.size()
              && ids.values().stream().allMatch(some -> some.contains(last));
      boolean more = ids.values().stream().mapToInt(List::size).sum() > before;
      quiet = complete && !more ? quiet + 1 : 0;
    }
    return ids;
  }

  /** The next ids of one symbol. */
  private static List<Long> read(
      KafkaConsumer<String, String> consumer, String topic, int count, String symbol) {
    List<Long> ids = new ArrayList<>();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (ids.size() < count) {
      assertThat(System.nanoTime()).as("only %s of %s", ids.size(), topic).isLessThan(deadline);
      for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
        if (record.key().equals(symbol)) {
          ids.add(id(record));
        }
      }
    }
    return ids;
  }

  private static void assign(KafkaConsumer<String, String> consumer, String topic) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  private static Map<String, Integer> counts(Map<String, List<Long>> ids) {
    Map<String, Integer> counts = new TreeMap<>();
    ids.forEach((symbol, some) -> counts.put(symbol, some.size()));
    return counts;
  }

  private static long id(ConsumerRecord<String, String> record) {
    try {
      return json(record.value()).path("trade_id").asLong();
    } catch (Exception notJson) {
      throw new AssertionError(notJson);
    }
  }

  /** The moment of a kill is what varies here, so it is waited for. */
  private static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
