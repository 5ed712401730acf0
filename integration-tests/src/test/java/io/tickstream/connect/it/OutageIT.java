package io.tickstream.connect.it;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.it.scenario.Topic;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerProcess;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the connectors talk to is not there, at their start or later. */
class OutageIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final int SYMBOLS = 12;
  private static final int TRADES_PER_SYMBOL = 400;
  private static final int TRADES = SYMBOLS * TRADES_PER_SYMBOL;

  private static LocalStack stack;

  @BeforeAll
  static void start() {
    stack = LocalStack.builder().durableCommitLog().start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void aSinkStartedWithoutCassandraWaitsForItAndSaysSoOnce() {
    try (Sandbox sandbox = new Sandbox(stack, "late_cassandra").withTables()) {
      stack.cassandra().kill();
      sandbox.deploy("simulator-trades", Map.of("sim.max.records", "5"));
      String sink = sandbox.deploy("cassandra-trades", Map.of());
      ServerProcess worker = stack.worker(1);
      await().atMost(LIMIT).until(() -> warnings(worker, sink) > 0);
      stack.cassandra().start(LIMIT);

      await()
          .atMost(LIMIT)
          .ignoreExceptions()
          .untilAsserted(() -> assertThat(sandbox.count("market.trades")).isEqualTo(5L * SYMBOLS));
      assertThat(sandbox.connect().status(sink).isRunning()).isTrue();
      assertThat(warnings(worker, sink)).isEqualTo(1);
    }
  }

  @Test
  void aSourceStartedWithoutItsApiWaitsForIt() throws Exception {
    int port;
    try (ScriptedApi gone = new ScriptedApi()) {
      port = gone.port();
    }
    try (Sandbox sandbox = new Sandbox(stack, "late_api").withTables()) {
      String url = "http://127.0.0.1:" + port;
      String source = sandbox.put("stockdata-quotes", StockDataIT.source(sandbox, url));
      sandbox.deploy("cassandra-quotes", Map.of());
      await()
          .atMost(LIMIT)
          .until(
              () ->
                  stack
                      .worker(1)
                      .log()
                      .contains(url + "/data/quote for [AAPL, TSLA] failed: ConnectException"));
      assertThat(sandbox.connect().status(source).isRunning()).isTrue();

      try (ScriptedApi api = new ScriptedApi(port)) {
        api.then(200, StockDataIT.quotes("268.91", "2026-11-18T15:59:58.000000"));
        await()
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(sandbox.count("market.quotes")).isEqualTo(2));
      }
    }
  }

  @Test
  void withoutTheRegistryAKnownSchemaGoesOnAndANewTaskSaysWhyItFailedAndGoesOnLater() {
    try (Sandbox sandbox = new Sandbox(stack, "late_registry").withTables()) {
      String source =
          sandbox.deploy(
              "simulator-trades",
              Map.of("sim.rate", "300", "sim.max.records", String.valueOf(TRADES_PER_SYMBOL)));
      // One task: with two, the first may have written every symbol before the second gets its
      // partitions, and with them schemas that it does not know.
      sandbox.deploy("cassandra-trades", Map.of("tasks.max", "1"));
      await().atMost(LIMIT).until(() -> sandbox.count("market.trades") > 0);
      stack.registry().kill();
      long rows = sandbox.count("market.trades");
      await().atMost(LIMIT).until(() -> sandbox.count("market.trades") > rows + 300);

      sandbox.connect().restart(source);
      String trace = sandbox.connect().awaitFailed(source, LIMIT).failure().orElseThrow();
      stack.registry().start(LIMIT);
      sandbox.connect().restartFailed(source);

      assertThat(trace).contains("AvroConverter").contains("Connection refused");
      await()
          .atMost(LIMIT)
          .untilAsserted(
              () ->
                  assertThat(sandbox.count("market.trades"))
                      .as(() -> "rows; dead letters: " + deadLetters(sandbox))
                      .isEqualTo(TRADES));
    }
  }

  /** How often which reason has put a trade into the dead letter queue. */
  private static Map<String, Long> deadLetters(Sandbox sandbox) {
    return new Topic(stack, sandbox.renamed("dlq.market.trades"))
        .records().stream().collect(groupingBy(Topic::reason, counting()));
  }

  private static long warnings(ServerProcess worker, String connector) {
    return worker
        .log()
        .lines()
        .filter(line -> line.contains("WARN"))
        .filter(line -> line.contains("[" + connector + "|task-"))
        .filter(line -> line.contains("Cassandra cannot be reached yet"))
        .count();
  }
}
