package io.tickstream.connect.it.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.rest.ConnectRestException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The source goes on exactly where it was, polling or streaming, whenever its worker is killed,
 * paused or told another offset.
 */
class SourceResumeIT {
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final String PARTITION =
      "{\"provider\":\"binance\",\"dataset\":\"trade\",\"symbol\":\"BTCUSDT\"}";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static LocalStack stack;

  private TradeHistory history;

  @BeforeAll
  static void start() {
    stack = KilledSource.servers().start();
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

  private Map<String, String> exactly(String topic, String mode) {
    Map<String, String> config = KilledSource.trades(topic, mode, history);
    config.put("exactly.once.support", "required");
    config.put("transaction.boundary", "connector");
    return config;
  }

  @ParameterizedTest
  @ValueSource(strings = {"poll", "stream"})
  void exactlyOnceThereIsNoGapAndNoDuplicateHoweverOftenTheWorkerIsKilled(String mode) {
    String topic = "resume-exactly-" + mode;
    Map<String, List<Long>> ids = new KilledSource(stack, history).ids(topic, exactly(topic, mode));

    long last = history.closeTrading();
    assertThat(ids.keySet()).containsExactlyInAnyOrderElementsOf(KilledSource.SYMBOLS);
    assertThat(ids)
        .allSatisfy((symbol, some) -> assertThat(some).isEqualTo(KilledSource.upTo(last)));
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
      KilledSource.pause(1_000);
      assertThat(reader.drain()).isZero();
      stack.connect().resume(topic);
      stack.connect().awaitRunning(topic, LIMIT);
      KilledSource.pause(500);

      long last = history.closeTrading();
      assertThat(reader.all(KilledSource.SYMBOLS, last))
          .allSatisfy((symbol, some) -> assertThat(some).isEqualTo(KilledSource.upTo(last)));
    } finally {
      stack.connect().delete(topic);
    }
  }

  @Test
  void offsetsAreRewoundAndForgottenOverRest() throws Exception {
    String topic = "resume-offsets";
    stack.connect().putConfig(topic, exactly(topic, "poll"));
    stack.connect().awaitRunning(topic, LIMIT);
    KilledSource.pause(1_000);
    long last = history.closeTrading();
    try (TradeReader reader = reader(topic)) {
      reader.all(KilledSource.SYMBOLS, last);
      stopped(topic);
      assertThat(stack.connect().offsets(topic).path("offsets")).hasSize(2);
      alter(topic, PARTITION, "{\"ts\":1,\"id\":\"" + (last - 3) + "\"}");
      stack.connect().resume(topic);

      assertThat(reader.next(3, "BTCUSDT")).containsExactly(last - 2, last - 1, last);
      stopped(topic);
      stack.connect().resetOffsets(topic);
      stack.connect().resume(topic);
      assertThat(reader.next((int) last, "ETHUSDT")).isEqualTo(KilledSource.upTo(last));
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
      stack.connect().putConfig(topic, KilledSource.trades(topic, "poll", history));
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
}
