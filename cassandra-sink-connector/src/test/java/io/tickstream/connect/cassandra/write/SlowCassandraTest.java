package io.tickstream.connect.cassandra.write;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.overloaded;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.simulacron.common.result.Result;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.table.Nature;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A Cassandra that takes half a second for each write, however few there are. */
class SlowCassandraTest {
  private static final int MAX = 100;
  private static final Duration DELAY = Duration.ofMillis(500);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ScriptedCassandra cassandra = new ScriptedCassandra(LIMIT);
  private final FakeContext context = new FakeContext();
  private final RequestLimit limit = new RequestLimit(MAX);
  private TimerThread timer;
  private Pipeline pipeline;
  private long offset;
  private long longestPutNanos;

  @BeforeEach
  void start() {
    timer = new TimerThread("test-timer");
    cassandra.delay(DELAY);
    pipeline =
        new SimulatedPipelines(cassandra, context, timer, limit, new SinkCounters())
            .open(new Nature(true, false, false, true), Map.of("maxNumberOfRecordsInBatch", "1"));
  }

  @AfterEach
  void close() {
    pipeline.stop();
    timer.close();
    cassandra.close();
  }

  /** What a worker does: hands over a poll unless reading is paused, and calls again soon. */
  private void work() {
    List<SinkRecord> poll = new ArrayList<>();
    for (int i = 0; i < 50 && context.paused.isEmpty(); i++) {
      poll.add(PipelineHarness.trade(offset, "S" + offset, 1.0));
      offset++;
    }
    long begin = System.nanoTime();
    pipeline.put(poll);
    longestPutNanos = Math.max(longestPutNanos, System.nanoTime() - begin);
  }

  private void workUntil(BooleanSupplier condition) {
    Awaitility.await()
        .atMost(LIMIT)
        .pollInterval(Duration.ofMillis(1))
        .until(
            () -> {
              work();
              return condition.getAsBoolean();
            });
  }

  @Test
  void asManyRequestsAsAllowedGetUnderWayAndMemoryStaysBounded() {
    workUntil(() -> limit.underWay() == MAX);
    int before = cassandra.writes.size();
    long begin = System.nanoTime();
    workUntil(() -> System.nanoTime() - begin > TimeUnit.SECONDS.toNanos(5));
    double perSecond =
        (cassandra.writes.size() - before)
            / ((System.nanoTime() - begin) / (double) TimeUnit.SECONDS.toNanos(1));
    assertThat(perSecond).isGreaterThanOrEqualTo(0.8 * MAX / 0.5);
    assertThat(limit.current()).isEqualTo(MAX);
    assertThat(offset - cassandra.writes.size())
        .as("records held: a poll beyond what there is room for")
        .isLessThan(RequestLimit.LEAST_ROOM + 50L);
    assertThat(Duration.ofNanos(longestPutNanos))
        .as("the longest put, of which the consumer's group must not notice anything")
        .isLessThan(Duration.ofSeconds(3));
  }

  @Test
  void overloadMakesThemFewerAndTheEndOfItMoreAgain() {
    cassandra.delay(Duration.ofMillis(50));
    workUntil(() -> limit.current() == MAX);
    cassandra.answer(Collections.nCopies(MAX, overloaded("too much")).toArray(Result[]::new));
    workUntil(() -> limit.current() < MAX);
    workUntil(() -> limit.current() == MAX);
    assertThat(context.reported).isEmpty();
  }
}
