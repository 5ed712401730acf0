package io.tickstream.connect.it.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.it.KilledWorkers;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.StackBuilder;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source whose worker is killed again and again, as often as the system property {@code
 * resume.kills} says.
 */
record KilledSource(LocalStack stack, TradeHistory history) {
  private static final Logger LOG = LoggerFactory.getLogger(KilledSource.class);
  static final List<String> SYMBOLS = List.of("BTCUSDT", "ETHUSDT");
  private static final Duration LIMIT = Duration.ofMinutes(3);
  private static final int KILLS = Integer.getInteger("resume.kills", 2);

  /** A broker and a worker that is soon back. */
  static StackBuilder servers() {
    return KilledWorkers.soonBack(LocalStack.builder().withoutRegistry().withoutCassandra());
  }

  /** A connector of the market that begins with its first trade. */
  static Map<String, String> trades(String topic, String mode, TradeHistory history) {
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

  /** The ids of each symbol that were published, however often the worker was killed meanwhile. */
  Map<String, List<Long>> ids(String topic, Map<String, String> config) {
    stack.connect().putConfig(topic, config);
    Random random = new Random(topic.hashCode());
    try (TradeReader reader = new TradeReader(stack.bootstrapServers(), topic)) {
      for (int kill = 0; kill < KILLS; kill++) {
        awaitRunning(topic);
        pause(300 + random.nextInt(3_000));
        stack.worker(1).kill();
        stack.worker(1).start(LIMIT);
      }
      awaitCaughtUp(topic, reader);
      long last = history.closeTrading();
      pause(2_000);
      awaitRunning(topic);
      return reader.all(SYMBOLS, last);
    } finally {
      stack.connect().delete(topic);
    }
  }

  /** A stream sees its gap with the next trade, so the trading must not end before that. */
  void awaitCaughtUp(String topic, TradeReader reader) {
    long now = history.last();
    long deadline = System.nanoTime() + LIMIT.toNanos();
    do {
      awaitRunning(topic);
      assertThat(System.nanoTime())
          .as("trade %d of every symbol is visible; so far %s", now, reader.latest())
          .isLessThan(deadline);
    } while (!reader.hasPassed(now, SYMBOLS));
  }

  /**
   * Waits as an operator would. A broker of Kafka 4.3.1 has been seen to refuse, about a second
   * after a start on a busy machine, to commit a transaction whose records it had acknowledged, as
   * KAFKA-20785 describes for transactions that were open for too long. The task fails then, and
   * has to go on from where it was once somebody restarts it.
   */
  private void awaitRunning(String topic) {
    while (true) {
      ConnectorStatus status =
          stack
              .connect()
              .await(topic, LIMIT, "run", current -> current.isRunning() || current.isFailed());
      if (status.isRunning()) {
        return;
      }
      String failure = status.failure().orElseThrow();
      assertThat(failure).contains("InvalidTxnStateException");
      LOG.warn("{}: the broker refused a commit: {}", topic, failure);
      stack.connect().restartFailed(topic);
      // The status is told a moment later.
      pause(1_000);
    }
  }

  static List<Long> upTo(long last) {
    return LongStream.rangeClosed(1, last).boxed().toList();
  }

  /** The moment of a kill is what varies here, so it is waited for. */
  static void pause(long ms) {
    try {
      Thread.sleep(ms);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
