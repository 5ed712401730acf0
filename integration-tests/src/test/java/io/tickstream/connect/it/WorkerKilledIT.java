package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.ServerProcess;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever the worker was doing when it was killed, every trade is in the table at the end. */
class WorkerKilledIT {
  private static final int SYMBOLS = 12;
  private static final int TRADES_PER_SYMBOL = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private LocalStack stack;
  private Sandbox sandbox;

  @BeforeEach
  void start() {
    stack = KilledWorkers.soonBack(LocalStack.builder()).start();
    sandbox = new Sandbox(stack, "killed").withTables();
  }

  @AfterEach
  void close() {
    sandbox.close();
    stack.close();
  }

  @Test
  void aWorkerKilledInMidRunLosesNoRow() {
    sandbox.deploy(
        "simulator-trades",
        Map.of("sim.rate", "1500", "sim.max.records", String.valueOf(TRADES_PER_SYMBOL)));
    sandbox.deploy("cassandra-trades", Map.of());
    ServerProcess worker = stack.worker(1);

    for (long rows : new long[] {1_000, 5_000}) {
      await().atMost(LIMIT).until(() -> sandbox.count("market.trades") >= rows);
      worker.kill();
      assertThat(sandbox.count("market.trades")).isLessThan(SYMBOLS * TRADES_PER_SYMBOL);
      worker.start(LIMIT);
    }

    await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(sandbox.count("market.trades")).isEqualTo(SYMBOLS * TRADES_PER_SYMBOL));
  }
}
