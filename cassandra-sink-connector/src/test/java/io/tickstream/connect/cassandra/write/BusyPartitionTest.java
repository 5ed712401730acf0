package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class BusyPartitionTest {
  private static final int FULL = 32;
  private static final int MANY = 24;

  private final PipelineHarness harness = new PipelineHarness();

  private void put(String symbol, int firstOffset, int rows) {
    put(harness, symbol, firstOffset, rows);
  }

  private static void put(PipelineHarness harness, String symbol, int firstOffset, int rows) {
    SinkRecord[] records = new SinkRecord[rows];
    for (int i = 0; i < rows; i++) {
      records[i] = trade(firstOffset + i, symbol, 1.0);
    }
    harness.put(records);
  }

  @Test
  void aPartitionHasTwoFullBatchesUnderWayAtMost() {
    put("A", 0, 3 * FULL);
    assertThat(harness.requests.sent).hasSize(2);
    harness.requests.acknowledge(1);
    assertThat(harness.requests.sent).hasSize(3);
    harness.requests.acknowledge(0);
    harness.requests.acknowledge(2);
    assertThat(harness.committed(3 * FULL)).isEqualTo(3 * FULL);
  }

  @Test
  void amongManyPartitionsEachHasOneFullBatchUnderWay() {
    for (int other = 0; other < MANY; other++) {
      put("B" + other, other * FULL, FULL);
    }
    put("A", MANY * FULL, 3 * FULL);
    assertThat(harness.requests.sent).hasSize(MANY + 1);
    harness.requests.acknowledge(MANY);
    assertThat(harness.requests.sent).hasSize(MANY + 2);
    for (int i = 0; i < harness.requests.sent.size(); i++) {
      if (i != MANY) {
        harness.requests.acknowledge(i);
      }
    }
    assertThat(harness.requests.sent).hasSize(MANY + 3);
    assertThat(harness.committed((MANY + 3) * FULL)).isEqualTo((MANY + 3) * FULL);
  }

  @Test
  void aPartitionHasTwoFullBatchesUnderWayWhileThereAreNotManyOfOthers() {
    for (int other = 0; other < MANY - 2; other++) {
      put("B" + other, other * FULL, FULL);
    }
    put("A", MANY * FULL, 3 * FULL);
    assertThat(harness.requests.sent).hasSize(MANY - 2 + 2);
  }

  @Test
  void aPollFindsRoomAlthoughItsOnePartitionIsBusy() {
    harness.timer.waiting = true;
    put("A", 0, 5_000);
    assertThat(harness.context.paused).isEmpty();
    put("A", 5_000, RequestLimit.LEAST_ROOM * FULL);
    assertThat(harness.context.paused).containsExactly(PipelineHarness.PARTITION);
  }

  @Test
  void otherPartitionsDoNotWaitForABusyOne() {
    put("A", 0, 3 * FULL);
    put("B", 3 * FULL, FULL);
    assertThat(harness.requests.sent).hasSize(3);
  }

  @Test
  void aBatchThatIsToBeSentAgainKeepsItsTurn() {
    put("A", 0, 3 * FULL);
    harness.requests.fail(0, new NoNodeAvailableException());
    assertThat(harness.requests.sent).hasSize(2);
    harness.timer.advanceMillis(100);
    assertThat(harness.requests.sent).hasSize(3);
    harness.requests.acknowledge(2);
    assertThat(harness.requests.sent).hasSize(4);
  }

  @Test
  void theRowsOfARefusedBatchTakeTurnsToo() {
    put("A", 0, 3 * FULL);
    harness.requests.fail(0, new InvalidQueryException(null, "no"));
    for (int i = 1; i < harness.requests.sent.size(); i++) {
      harness.requests.acknowledge(i);
    }
    assertThat(harness.requests.sent).hasSize(3 + FULL);
    assertThat(harness.committed(3 * FULL)).isEqualTo(3 * FULL);
  }

  @Test
  void batchesOfAPartitionShareItsRoomWheneverTheyCame() {
    PipelineHarness singles = new PipelineHarness("maxNumberOfRecordsInBatch", "1");
    put(singles, "A", 0, FULL + 8);
    assertThat(singles.requests.sent).hasSize(FULL);
    for (int i = 0; i < FULL; i++) {
      singles.requests.acknowledge(i);
    }
    assertThat(singles.requests.sent).hasSize(FULL + 8);

    put(singles, "A", FULL + 8, FULL);

    assertThat(singles.requests.sent).hasSize(FULL + 8 + FULL - 8);
    for (int i = FULL; i < singles.requests.sent.size(); i++) {
      singles.requests.acknowledge(i);
    }
    assertThat(singles.requests.sent).hasSize(2 * FULL + 8);
    assertThat(singles.committed(2 * FULL + 8)).isEqualTo(2 * FULL + 8);
  }
}
