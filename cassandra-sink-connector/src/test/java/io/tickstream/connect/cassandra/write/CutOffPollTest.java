package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A poll as large as any before: more records are at hand, and batches may wait for them. */
class CutOffPollTest {
  private final PipelineHarness harness = new PipelineHarness();
  private long offset;

  @BeforeEach
  void answerAtOnce() {
    harness.requests.answerAtOnce = true;
  }

  private void poll(int records, String symbol) {
    SinkRecord[] polled =
        LongStream.range(offset, offset + records)
            .mapToObj(each -> PipelineHarness.trade(each, symbol, 1.0))
            .toArray(SinkRecord[]::new);
    offset += records;
    harness.put(polled);
  }

  private List<Integer> rowsSent() {
    return harness.requests.sent.stream().map(FakeRequests.Sent::rows).toList();
  }

  @Test
  void itsIncompleteBatchIsFilledByTheNextThoughNothingIsUnderWay() {
    poll(100, "A");
    assertThat(rowsSent()).containsExactly(32, 32, 32);
    poll(100, "A");
    assertThat(rowsSent()).hasSize(6).containsOnly(32);
  }

  @Test
  void itsIncompleteBatchGoesWithASmallerPoll() {
    poll(100, "A");
    poll(1, "A");
    assertThat(rowsSent()).containsExactly(32, 32, 32, 5);
  }

  @Test
  void itsIncompleteBatchGoesWithAPollOfNothing() {
    poll(100, "A");
    harness.put();
    assertThat(rowsSent()).containsExactly(32, 32, 32, 4);
  }

  @Test
  void itsIncompleteBatchGoesInTheEndWithoutAnyPoll() {
    poll(100, "A");
    harness.timer.advanceMillis(104);
    assertThat(rowsSent()).hasSize(3);
    harness.timer.advanceMillis(1);
    assertThat(rowsSent()).containsExactly(32, 32, 32, 4);
  }

  @Test
  void itsIncompleteBatchGoesWithACommit() {
    poll(100, "A");
    harness.committedAtOnce(offset);
    assertThat(rowsSent()).containsExactly(32, 32, 32, 4);
  }

  @Test
  void afterASmallerPollBatchesWaitNoLongerThanTheyLinger() {
    poll(100, "A");
    harness.requests.answerAtOnce = false;
    poll(33, "A");
    assertThat(rowsSent()).containsExactly(32, 32, 32, 32);
    harness.timer.advanceMillis(4);
    assertThat(rowsSent()).hasSize(4);
    harness.timer.advanceMillis(1);
    assertThat(rowsSent()).containsExactly(32, 32, 32, 32, 5);
  }

  @Test
  void aSmallPollIsNotCutOffHoweverLargeItIsAmongOthers() {
    poll(99, "A");
    assertThat(rowsSent()).containsExactly(32, 32, 32, 3);
  }

  @Test
  @Timeout(20)
  void batchesDoNotWaitForRowsThatHaveNoRoomBesideThem() {
    PipelineHarness narrow = new PipelineHarness("maxBytesInFlight", "100000");
    narrow.requests.answerAtOnce = true;
    for (int poll = 0; poll < 2; poll++) {
      long first = 100L * poll;
      narrow.put(
          LongStream.range(first, first + 100)
              .mapToObj(each -> PipelineHarness.trade(each, "S".repeat(10_000) + each, 1.0))
              .toArray(SinkRecord[]::new));
    }
    assertThat(narrow.requests.sent).hasSizeBetween(185, 199);
  }

  @Test
  void aPollThatIsSmallerThanOneBeforeIsNotCutOff() {
    poll(200, "A");
    poll(100, "A");
    assertThat(rowsSent()).hasSize(10).endsWith(12);
  }
}
