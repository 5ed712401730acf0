package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.table.Nature;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Full batches of a busy table go as one prepared statement, where a real driver can have it. */
class WholeBatchWritesTest {
  private static final int ROWS = 4;
  private static final int ROUND = 400;
  private static final Nature INSERTS = new Nature(true, false, false, true);
  private static final Nature COUNTS = new Nature(false, true, false, true);

  private final ScriptedCassandra cassandra = new ScriptedCassandra();
  private TimerThread timer;
  private long next;

  @BeforeEach
  void startTimer() {
    timer = new TimerThread("test-timer");
  }

  @AfterEach
  void close() {
    timer.close();
    cassandra.close();
  }

  @Test
  void fullBatchesGoAsOneStatementWithTheirRowsInOrder() {
    Pipeline pipeline = pipeline(INSERTS);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              writeRound(pipeline);
              return !cassandra.wholeBatches.isEmpty();
            });
    assertThat(cassandra.wholeBatches)
        .allSatisfy(
            values -> {
              long first = values.get(1).getLong(0);
              List<Object> expected = new ArrayList<>();
              for (int i = 0; i < ROWS; i++) {
                expected.add(ByteBuffer.wrap(new byte[] {'A'}));
                expected.add(eight(first + i));
                expected.add(eight(Double.doubleToRawLongBits((double) (first + i))));
              }
              assertThat(values).isEqualTo(expected);
            });
    assertThat(written()).isEqualTo(next);
  }

  @Test
  void whereTheServerPreparesNoBatchesRowsGoAsStatementsOfTheirOwn() {
    cassandra.refusesToPrepareBatchesOf(ROWS);
    Pipeline pipeline = pipeline(INSERTS);
    for (int i = 0; i < 5; i++) {
      writeRound(pipeline);
    }
    assertThat(cassandra.wholeBatches).isEmpty();
    assertThat(cassandra.writes).contains(ROWS);
    assertThat(written()).isEqualTo(next);
  }

  @Test
  void countersAreCountedInBatchesOfTheirOwnKind() {
    Pipeline pipeline = pipeline(COUNTS);
    for (int i = 0; i < 5; i++) {
      writeRound(pipeline);
    }
    assertThat(cassandra.wholeBatches).isEmpty();
    assertThat(written()).isEqualTo(next);
  }

  private static ByteBuffer eight(long value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(0, value);
  }

  private long written() {
    return cassandra.writes.stream().mapToLong(Integer::longValue).sum();
  }

  private void writeRound(Pipeline pipeline) {
    List<SinkRecord> records = new ArrayList<>();
    for (int i = 0; i < ROUND; i++, next++) {
      records.add(PipelineHarness.trade(next, "A", (double) next));
    }
    pipeline.put(records);
    SimulatedPipelines.awaitCommitted(pipeline, next);
  }

  private Pipeline pipeline(Nature nature) {
    return new SimulatedPipelines(
            cassandra, new FakeContext(), timer, new RequestLimit(500), new SinkCounters())
        .open(nature, Map.of("maxNumberOfRecordsInBatch", String.valueOf(ROWS)));
  }
}
