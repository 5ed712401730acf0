package io.tickstream.connect.it.sink;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Connectors that come and go leave nothing behind in the worker: no thread, no session, no MBean.
 * How often they do says the system property {@code sink.cycles}.
 */
class SinkCyclesIT {
  private static final int CYCLES = Integer.getInteger("sink.cycles", 3);
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String COLUMNS = "k text PRIMARY KEY, n bigint";
  private static final String MAPPING = "k=key, n=value.n";

  private final LocalStack stack = SharedStack.get();

  @Test
  void startedAndStoppedAgainAndAgain() {
    try (SinkScenario scenario = new SinkScenario(stack, "cycles_start", 2);
        WorkerBeans beans = new WorkerBeans(stack.worker(1))) {
      scenario.createTable(COLUMNS);
      Map<String, String> config = scenario.config(MAPPING, "tasks.max", "2");
      for (int cycle = 1; cycle <= CYCLES; cycle++) {
        scenario.deploy(config);
        scenario.send("k" + cycle, "{\"n\":" + cycle + "}");
        scenario.flush();
        scenario.awaitCount(cycle, LIMIT);
        stack.connect().delete(scenario.connector());
      }
      awaitNothingLeft(scenario.session(), beans);
      scenario.deploy(config);
      assertThat(beans.ofSink()).as("the beans that were looked for").hasSize(4);
      assertThat(beans.threadsOfSinks()).as("the threads that were looked for").isNotEmpty();
    }
  }

  @Test
  void reconfiguredAgainAndAgain() {
    try (SinkScenario scenario = new SinkScenario(stack, "cycles_change", 2);
        WorkerBeans beans = new WorkerBeans(stack.worker(1))) {
      scenario.createTable(COLUMNS);
      for (int cycle = 1; cycle <= CYCLES; cycle++) {
        // Every other time it is the session's own settings that change.
        scenario.deploy(
            scenario.config(
                MAPPING,
                "tasks.max",
                String.valueOf(1 + cycle % 2),
                "connectionPoolLocalSize",
                String.valueOf(1 + cycle / 2 % 3),
                "linger.ms",
                String.valueOf(cycle % 7)));
        scenario.send("k" + cycle, "{\"n\":" + cycle + "}");
        scenario.flush();
        scenario.awaitCount(cycle, LIMIT);
      }
      stack.connect().delete(scenario.connector());
      awaitNothingLeft(scenario.session(), beans);
      scenario.deploy(scenario.config(MAPPING));
    }
  }

  /** Sessions get a few seconds to end by themselves. */
  private static void awaitNothingLeft(CqlSession session, WorkerBeans beans) {
    SinkScenario.await(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(beans.threadsOfSinks()).isEmpty();
              assertThat(beans.ofSink()).isEmpty();
              assertThat(connections(session)).isZero();
            });
  }

  /** Connections that Cassandra has from sinks. */
  private static long connections(CqlSession session) {
    return session.execute("SELECT client_options FROM system_views.clients").all().stream()
        .map(row -> String.valueOf(row.getMap(0, String.class, String.class)))
        .filter(options -> options.contains("tickstream-cassandra-sink"))
        .count();
  }
}
