package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.PARTITION;
import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class CommitTest {
  private static final int POLL = 1_000;

  /** How long a commit that finds something under way waits for it, by the pipeline's clock. */
  private static long waitMillis(PipelineHarness harness, long millisSinceLastCommit) {
    harness.committed(0);
    harness.put(trade(0, "A", 1.0));
    harness.timer.advanceMillis(millisSinceLastCommit);
    harness.timer.waiting = true;
    long before = harness.timer.nanoTime();
    harness.committedAtOnce(1);
    long after = harness.timer.nanoTime();
    harness.timer.waiting = false;
    return TimeUnit.NANOSECONDS.toMillis(after - before);
  }

  @Test
  void frequentCommitsHardlyWaitForWhatIsUnderWay() {
    assertThat(waitMillis(new PipelineHarness(), 200)).isLessThanOrEqualTo(1_500);
  }

  @Test
  void aCommitAfterAMinuteWaitsASecond() {
    assertThat(waitMillis(new PipelineHarness(), 60_000)).isBetween(1_750L, 2_500L);
  }

  @Test
  void aCommitWaitsASecondForRowsThatMustNotBeRepeated() {
    PipelineHarness harness =
        new PipelineHarness(
            "topic.trades.market.trades.mapping",
            "symbol=key, id=value.id, price=value.price, seen=now()");
    assertThat(waitMillis(harness, 200)).isBetween(1_750L, 2_500L);
  }

  @Test
  void aFinishedRecordIsGivenUpAtOnce() {
    Tally held = new Tally();
    PartitionProgress partition = new PartitionProgress(held);
    Delivery first = partition.accept(trade(0, "A", 1.0), 0);
    Delivery second = partition.accept(trade(1, "A", 1.0), 0);
    second.stepDone();
    assertThatThrownBy(second::record).hasMessage("offset 1 is done already");
    assertThat(held.count()).isEqualTo(2);
    first.stepDone();
    assertThat(held.count()).isZero();
  }

  @Test
  void aRevokedPartitionHoldsNothing() {
    Tally held = new Tally();
    PartitionProgress partition = new PartitionProgress(held);
    Delivery revoked = partition.accept(trade(0, "A", 1.0), 0);
    partition.close();
    assertThat(held.count()).isZero();
    revoked.stepDone();
    assertThat(held.count()).isZero();
  }

  @Test
  void readingPausesWhenTooMuchIsDoneBehindAnUnfinishedRecord() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(0, "stuck", 1.0));
    harness.requests.answerAtOnce = true;
    int puts = 0;
    while (harness.context.paused.isEmpty() && puts < 200) {
      SinkRecord[] records = new SinkRecord[POLL];
      for (int i = 0; i < POLL; i++) {
        records[i] = trade(1L + (long) puts * POLL + i, "A" + i % 50, 1.0);
      }
      harness.timer.waiting = puts >= 99;
      harness.put(records);
      harness.timer.waiting = false;
      puts++;
    }
    assertThat(puts).isBetween(100, 102);
    harness.requests.acknowledge(0);
    harness.put();
    assertThat(harness.context.paused).doesNotContain(PARTITION);
  }
}
