package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A commit in the middle of a millisecond, which only silence allows. */
class SilenceTest {
  /** Of the first record of the newest millisecond. */
  private static final long WITHIN = 2;

  private static final long POSITION = 3;

  private final PipelineHarness harness = new PipelineHarness();

  @BeforeEach
  void answerAtOnce() {
    harness.requests.answerAtOnce = true;
  }

  private void putOwn() {
    harness.put(trade(1, 70, "A", 1.0), trade(WITHIN, 71, "A", 1.0));
  }

  private void putOthers() {
    harness.put(new SinkRecord("trades", 1, null, "A", null, Map.of("id", 1L), 0));
  }

  private void nothingAfterMillis(long millis) {
    harness.timer.advanceMillis(millis);
    harness.put();
  }

  private long committed() {
    return harness.committedAtOnce(POSITION);
  }

  @Test
  void aTenthOfASecondOfNothingIsSilence() {
    putOwn();
    nothingAfterMillis(99);
    assertThat(committed()).isEqualTo(WITHIN);
    nothingAfterMillis(1);
    assertThat(committed()).isEqualTo(POSITION);
  }

  @Test
  void aPartitionThatWaitsBehindOthersIsNotSilent() {
    putOwn();
    harness.timer.advanceMillis(10_000);
    putOthers();
    assertThat(committed()).isEqualTo(WITHIN);
  }

  @Test
  void aPollOfNothingRightBehindOneOfOthersIsNotSilence() {
    putOwn();
    committed();
    harness.timer.advanceMillis(500);
    putOthers();
    nothingAfterMillis(99);
    assertThat(committed()).isEqualTo(WITHIN);
    nothingAfterMillis(1);
    assertThat(committed()).isEqualTo(POSITION);
  }

  @Test
  void aSilenceTellsNothingAnyMoreOnceOthersHaveEndedIt() {
    putOwn();
    nothingAfterMillis(100);
    assertThat(committed()).isEqualTo(POSITION);
    putOthers();
    assertThat(committed()).isEqualTo(WITHIN);
  }

  @Test
  void aPartitionThatHadNothingForAMinuteBeforeASilenceIsComplete() {
    putOwn();
    harness.timer.advanceMillis(59_850);
    putOthers();
    nothingAfterMillis(100);
    putOthers();
    assertThat(committed()).isEqualTo(WITHIN);
    nothingAfterMillis(100);
    putOthers();
    assertThat(committed()).isEqualTo(POSITION);
  }

  @Test
  void theLongerACommitStandsTheLongerTheSilenceThatItTakes() {
    putOwn();
    committed();
    harness.timer.advanceMillis(5_000);
    putOthers();
    nothingAfterMillis(400);
    assertThat(committed()).isEqualTo(WITHIN);
    harness.timer.advanceMillis(30_000);
    putOthers();
    nothingAfterMillis(4_999);
    assertThat(committed()).as("less than five seconds").isEqualTo(WITHIN);
  }

  @Test
  void fiveSecondsOfNothingAreSilenceHoweverLongACommitStands() {
    putOwn();
    harness.timer.advanceMillis(600_000);
    putOthers();
    nothingAfterMillis(5_000);
    assertThat(committed()).isEqualTo(POSITION);
  }

  @Test
  void aPartitionThatIsNotReadIsNotSilent() {
    harness.tablesReady = new CompletableFuture<>();
    harness.timer.waiting = true;
    harness.put(trade(1, "A", 1.0));
    harness.timer.waiting = false;
    harness.tablesReady.complete(null);
    assertThat(harness.committedAtOnce(2)).isEqualTo(1);
    harness.timer.advanceMillis(110);
    harness.put();
    assertThat(harness.committedAtOnce(2)).as("the poll before was paused").isEqualTo(1);
    harness.timer.advanceMillis(100);
    harness.put();
    assertThat(harness.committedAtOnce(2)).isEqualTo(2);
  }
}
