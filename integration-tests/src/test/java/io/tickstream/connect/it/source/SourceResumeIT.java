package io.tickstream.connect.it.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerKind;
import io.tickstream.connect.stack.rest.ConnectRestException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The source goes on exactly where it was, polling or streaming, whenever its worker is killed. How
 * often it is killed says the system property {@code resume.kills}.
 */
class SourceResumeIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int KILLS = Integer.getInteger("resume.kills", 2);
  private static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");
  private static final String PARTITION =
      "{\"provider\":\"binance\",\"dataset\":\"trade\",\"symbol\":\"BTCUSDT\"}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static LocalStack stack;

  private TradeHistory history;

  @BeforeAll
  static void start() {
    stack =
        LocalStack.builder()
            .withoutRegistry()
            .withoutCassandra()
            // A worker reads its topics to their end before it starts, so it waits for the
            // transaction in which its predecessor was killed: a minute, were it not for this.
            .setting(ServerKind.WORKER, "producer.transaction.timeout.ms", "3000")
            .setting(
                ServerKind.BROKER,
                "transaction.abort.timed.out.transaction.cleanup.interval.ms",
                "500")
            .start();
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

  private Map<String, String> trades(String topic, String mode) {
    Map<String, String> config = new TreeMap<>();
    config.put("connector.class", "io.tickstream.connect.market.MarketSourceConnector");
    config.put("tasks.max", "2");
    config.put("provider", "binance");
    config.put("dataset", "trade");
    config.put("mode", mode);
    config.put("symbols", String.join(",", SYMBOLS));
    config.put("topic", topic);
    config.put("base.url", history.httpUrl());
    config.put("ws.url", history.wsUrl());
    config.put("start.from", "earliest");
    config.put("poll.interval.ms", "50");
    config.put("rate.limit.per.minute", "0");
    config.put("rate.limit.weight.per.minute", "0");
    config.put("retry.backoff.initial.ms", "100");
    config.put("retry.backoff.max.ms", "500");
    config.put("key.converter", "org.apache.kafka.connect.storage.StringConverter");
    config.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
    config.put("value.converter.schemas.enable", "false");
    config.put("topic.creation.default.partitions", "2");
    config.put("topic.creation.default.replication.factor", "1");
    return config;
  }

  private Map<String, String> exactly(String topic, String mode) {
    Map<String, String> config = trades(topic, mode);
    config.put("exactly.once.support", "required");
    config.put("transaction.boundary", "connector");
    return config;
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "stream"})
  void exactlyOnceThereIsNoGapAndNoDuplicateHoweverOftenTheWorkerIsKilled(String mode) {
    String topic = "resume-exactly-" + mode;
    Map<String, List<Long>> ids = runWithKills(topic, exactly(topic, mode));

    long last = history.closeTrading();
    assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(SYMBOLS);
    assertThat(ids).allSatisfy((symbol, some) -> assertThat(some).isEqualTo(upTo(last)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "stream"})
  void otherwiseThereIsNoGap(String mode) {
    String topic = "resume-at-least-" + mode;
    Map<String, List<Long>> ids = runWithKills(topic, trades(topic, mode));

    long last = history.closeTrading();
    assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(SYMBOLS);
    assertThat(ids)
        .allSatisfy(
            (symbol, some) ->
                assertThat(List.copyOf(new LinkedHashSet<>(some))).isEqualTo(upTo(last)));
  }

  private Map<String, List<Long>> runWithKills(String topic, Map<String, String> config) {
    stack.connect().putConfig(topic, config);
    Random random = new Random(topic.hashCode());
    try (TradeReader reader = reader(topic)) {
      for (int kill = 0; kill < KILLS; kill++) {
        stack.connect().awaitRunning(topic, LIMIT);
        pause(300 + random.nextInt(3_000));
        stack.worker(1).kill();
        stack.worker(1).start(LIMIT);
      }
      stack.connect().awaitRunning(topic, LIMIT);
      pause(1_000);
      return reader.all(SYMBOLS, history.closeTrading());
    } finally {
      stack.connect().delete(topic);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "stream"})
  void pausedNothingComesAndResumedNothingIsMissing(String mode) {
    String topic = "resume-paused-" + mode;
    stack.connect().putConfig(topic, exactly(topic, mode));
    stack.connect().awaitRunning(topic, LIMIT);
    try (TradeReader reader = reader(topic)) {
      reader.next(100, "BTCUSDT");
      stack.connect().pause(topic);
      stack.connect().await(topic, LIMIT, "pause", status -> !status.isRunning());
      reader.drain();
      pause(1_000);
      assertThat(reader.drain()).isZero();
      stack.connect().resume(topic);
      stack.connect().awaitRunning(topic, LIMIT);
      pause(500);

      long last = history.closeTrading();
      assertThat(reader.all(SYMBOLS, last))
          .allSatisfy((symbol, some) -> assertThat(some).isEqualTo(upTo(last)));
    } finally {
      stack.connect().delete(topic);
    }
  }

  @Test
  void offsetsAreRewoundAndForgottenOverRest() throws Exception {
    String topic = "resume-offsets";
    stack.connect().putConfig(topic, exactly(topic, "poll"));
    stack.connect().awaitRunning(topic, LIMIT);
    pause(1_000);
    long last = history.closeTrading();
    try (TradeReader reader = reader(topic)) {
      reader.all(SYMBOLS, last);
      stopped(topic);
      assertThat(stack.connect().offsets(topic).path("offsets")).hasSize(2);
      alter(topic, PARTITION, "{\"ts\":1,\"id\":\"" + (last - 3) + "\"}");
      stack.connect().resume(topic);

      assertThat(reader.next(3, "BTCUSDT")).containsExactly(last - 2, last - 1, last);
      stopped(topic);
      stack.connect().resetOffsets(topic);
      stack.connect().resume(topic);
      assertThat(reader.next((int) last, "ETHUSDT")).isEqualTo(upTo(last));
    } finally {
      stack.connect().delete(topic);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        PARTITION + " | {\"ts\":\"soon\",\"id\":\"1\"} | \"ts\" must be a whole number",
        PARTITION + " | {\"ts\":1.5,\"id\":\"1\"} | \"ts\" must be a whole number",
        PARTITION + " | {\"id\":\"1\"} | \"ts\" must be a whole number",
        PARTITION + " | {\"ts\":1,\"id\":7} | \"id\" must be a text",
        PARTITION + " | {\"ts\":1,\"id\":\"first\"} | \"id\" must be the number of a trade",
        PARTITION + " | {\"ts\":1,\"offset\":7} | unknown field \"offset\"",
        "{\"provider\":\"coinbase\",\"dataset\":\"trade\",\"symbol\":\"BTCUSDT\"} | {\"ts\":1} | field provider must be binance",
        "{\"provider\":\"binance\",\"symbol\":\"BTCUSDT\"} | {\"ts\":1} | has not the fields",
      })
  void offsetsOfABadShapeAreRefusedByName(String partition, String offset, String named) {
    String topic = "resume-shapes";
    if (!stack.connect().connectors().contains(topic)) {
      stack.connect().putConfig(topic, trades(topic, "poll"));
      stack.connect().awaitRunning(topic, LIMIT);
      stopped(topic);
    }
    assertThatThrownBy(() -> alter(topic, partition, offset))
        .isInstanceOf(ConnectRestException.class)
        .hasMessageContaining(named);
  }

  private static void stopped(String topic) {
    stack.connect().stop(topic);
    stack.connect().await(topic, LIMIT, "stop", status -> !status.isRunning());
  }

  private static void alter(String topic, String partition, String offset) throws Exception {
    String body = "{\"offsets\":[{\"partition\":%s,\"offset\":%s}]}".formatted(partition, offset);
    stack.connect().alterOffsets(topic, JSON.readTree(body));
  }

  private static TradeReader reader(String topic) {
    return new TradeReader(stack.bootstrapServers(), topic);
  }

  private static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
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
