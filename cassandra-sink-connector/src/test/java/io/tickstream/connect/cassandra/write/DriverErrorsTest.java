package io.tickstream.connect.cassandra.write;

import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.closeConnection;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.functionFailure;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.invalid;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.isBootstrapping;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.noResult;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.overloaded;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.serverError;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.syntaxError;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.unauthorized;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.unavailable;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.writeFailure;
import static com.datastax.oss.simulacron.common.stubbing.PrimeDsl.writeTimeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.simulacron.common.codec.ConsistencyLevel;
import com.datastax.oss.simulacron.common.codec.WriteType;
import com.datastax.oss.simulacron.common.result.Result;
import com.datastax.oss.simulacron.common.stubbing.CloseType;
import com.datastax.oss.simulacron.common.stubbing.DisconnectAction;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.table.Nature;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of the errors of a real driver. */
class DriverErrorsTest {
  private static final ConsistencyLevel ONE = ConsistencyLevel.LOCAL_ONE;
  private static final Nature REPEATABLE = new Nature(true, false, false, true);
  private static final Nature ONCE = new Nature(false, false, false, true);

  private final ScriptedCassandra cassandra = new ScriptedCassandra();
  private final FakeContext context = new FakeContext();
  private final SinkCounters counters = new SinkCounters();
  private TimerThread timer;

  @BeforeEach
  void startTimer() {
    timer = new TimerThread("test-timer");
  }

  @AfterEach
  void close() {
    timer.close();
    cassandra.close();
  }

  static Stream<Result> notStarted() {
    return Stream.of(unavailable(ONE, 1, 0), isBootstrapping(), overloaded("too much"));
  }

  static Stream<Result> outcomeUnknown() {
    return Stream.of(
        writeTimeout(ONE, 0, 1, WriteType.SIMPLE),
        writeTimeout(ONE, 0, 1, WriteType.UNLOGGED_BATCH),
        writeTimeout(ONE, 0, 1, WriteType.COUNTER),
        writeTimeout(ONE, 0, 1, WriteType.CAS),
        writeFailure(ONE, 0, 1, Map.of(), WriteType.SIMPLE),
        serverError("something odd"),
        noResult(),
        closeConnection(DisconnectAction.Scope.CONNECTION, CloseType.DISCONNECT));
  }

  static Stream<Result> badData() {
    return Stream.of(
        invalid("no"),
        syntaxError("no"),
        functionFailure("ks", "f", List.of(), "no"),
        serverError("Mutation of 17MB is too large for the maximum size of 16MB"));
  }

  @ParameterizedTest
  @MethodSource({"notStarted", "outcomeUnknown"})
  void whatMayBeRepeatedIsSentAgainUntilItIsWritten(Result error) {
    Pipeline pipeline = pipeline(REPEATABLE);
    cassandra.answer(error, error);
    pipeline.put(List.of(PipelineHarness.trade(0, "A", 1.0), PipelineHarness.trade(1, "A", 2.0)));
    SimulatedPipelines.awaitCommitted(pipeline, 2);
    assertThat(cassandra.writes).containsExactly(2, 2, 2);
    assertThat(counters.retries.sum()).isEqualTo(2);
    assertThat(context.reported).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("notStarted")
  void whatWasTurnedAwayIsSentAgainEvenWhereItCounts(Result error) {
    Pipeline pipeline = pipeline(ONCE);
    cassandra.answer(error);
    pipeline.put(List.of(PipelineHarness.trade(0, "A", 1.0)));
    SimulatedPipelines.awaitCommitted(pipeline, 1);
    assertThat(cassandra.writes).containsExactly(1, 1);
    assertThat(context.reported).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("outcomeUnknown")
  void whatMayNotBeRepeatedIsReportedAsUnknown(Result error) {
    Pipeline pipeline = pipeline(ONCE);
    cassandra.answer(error);
    pipeline.put(List.of(PipelineHarness.trade(0, "A", 1.0)));
    SimulatedPipelines.awaitCommitted(pipeline, 1);
    assertThat(cassandra.writes).containsExactly(1);
    assertThat(context.reasons)
        .singleElement()
        .extracting(Throwable::getMessage)
        .asString()
        .startsWith("topic trades partition 0 offset 0: table market.trades: outcome unknown");
  }

  @Test
  void whatMayNotBeRepeatedFailsTheTaskWithoutADeadLetterQueue() {
    Pipeline pipeline = pipeline(ONCE, "ignoreErrors", "All");
    cassandra.answer(writeTimeout(ONE, 0, 1, WriteType.COUNTER));
    awaitFailure(pipeline, PipelineHarness.trade(0, "A", 1.0), "outcome unknown");
    assertThat(SimulatedPipelines.committed(pipeline, 1)).isZero();
  }

  @ParameterizedTest
  @MethodSource("badData")
  void ofABatchOnlyTheBadRowIsReported(Result error) {
    Pipeline pipeline = pipeline(REPEATABLE);
    cassandra.answer(error, error);
    SinkRecord[] records = {
      PipelineHarness.trade(0, "A", 1.0),
      PipelineHarness.trade(1, "A", 2.0),
      PipelineHarness.trade(2, "A", 3.0)
    };
    pipeline.put(List.of(records));
    SimulatedPipelines.awaitCommitted(pipeline, 3);
    assertThat(cassandra.writes).containsExactly(3, 1, 1, 1);
    assertThat(context.reported).hasSize(1);
  }

  @Test
  void whoIsNotAllowedToWriteFails() {
    Pipeline pipeline = pipeline(REPEATABLE);
    cassandra.answer(unauthorized("you may not"));
    awaitFailure(pipeline, PipelineHarness.trade(0, "A", 1.0), "you may not");
    assertThat(context.reported).isEmpty();
    assertThat(SimulatedPipelines.committed(pipeline, 1)).isZero();
  }

  /** The answer may be there before the call that sends the record is over. */
  private static void awaitFailure(Pipeline pipeline, SinkRecord record, String message) {
    Queue<SinkRecord> unsent = new ArrayDeque<>(List.of(record));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThatThrownBy(() -> pipeline.put(next(unsent)))
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining(message));
  }

  private static List<SinkRecord> next(Queue<SinkRecord> unsent) {
    SinkRecord record = unsent.poll();
    return record == null ? List.of() : List.of(record);
  }

  private Pipeline pipeline(Nature nature, String... settings) {
    Map<String, String> properties = new HashMap<>();
    if (settings.length == 0) {
      properties.put("errors.tolerance", "all");
      properties.put("errors.deadletterqueue.topic.name", "dlq");
    } else {
      properties.put(settings[0], settings[1]);
    }
    return new SimulatedPipelines(cassandra, context, timer, new RequestLimit(500), counters)
        .open(nature, properties);
  }
}
