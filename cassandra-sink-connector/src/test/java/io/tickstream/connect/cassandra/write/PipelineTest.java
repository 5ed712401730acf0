package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.PARTITION;
import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.NoNodeAvailableException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import java.nio.channels.ClosedChannelException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class PipelineTest {

  @Test
  void rowsOfOnePartitionKeyShareARequest() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(0, "AAPL", 1.0), trade(1, "TSLA", 1.0), trade(2, "AAPL", 2.0));
    assertThat(harness.requests.sent).extracting(FakeRequests.Sent::rows).containsExactly(2, 1);
  }

  @Test
  void aBatchIsFullAtTheGivenNumberOfRows() {
    PipelineHarness harness = new PipelineHarness("maxNumberOfRecordsInBatch", "2");
    harness.put(trade(0, "A", 1.0), trade(1, "A", 1.0), trade(2, "A", 1.0));
    harness.timer.advanceMillis(5);
    assertThat(harness.requests.sent).extracting(FakeRequests.Sent::rows).containsExactly(2, 1);
  }

  @Test
  void aBatchIsFullAtTheGivenNumberOfBytes() {
    PipelineHarness harness = new PipelineHarness("maxBytesInBatch", "40");
    harness.put(trade(0, "A", 1.0), trade(1, "A", 1.0), trade(2, "A", 1.0));
    harness.timer.advanceMillis(5);
    assertThat(harness.requests.sent).extracting(FakeRequests.Sent::rows).containsExactly(2, 1);
  }

  @Test
  void incompleteBatchesLingerOnlyWhileOthersAreUnderWay() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(0, "A", 1.0));
    harness.put(trade(1, "A", 1.0));
    assertThat(harness.requests.sent).hasSize(1);
    harness.put(trade(2, "A", 1.0));
    harness.timer.advanceMillis(5);
    assertThat(harness.requests.sent).extracting(FakeRequests.Sent::rows).containsExactly(1, 2);
  }

  @Test
  void anIncompleteBatchGetsItsTurnThoughThereAreAlwaysFullOnes() {
    PipelineHarness harness = new PipelineHarness("maxConcurrentRequests", "1");
    harness.put(trade(0, "A", 1.0));
    harness.put(trade(1, "rare", 1.0));
    putFullBatches(harness, 2, 8);
    harness.timer.advanceMillis(110);
    harness.requests.acknowledge(0);
    putFullBatches(harness, 300, 8);
    for (int i = 1; i <= 8; i++) {
      harness.requests.acknowledge(i);
    }
    assertThat(harness.requests.sent)
        .extracting(FakeRequests.Sent::rows)
        .containsExactly(1, 32, 32, 32, 32, 32, 32, 32, 32, 1);
  }

  private static void putFullBatches(PipelineHarness harness, int firstOffset, int batches) {
    for (int i = 0; i < batches * 32; i++) {
      harness.put(trade(firstOffset + i, "B" + i / 32, 1.0));
    }
  }

  @Test
  void nothingIsCommittedBeforeItIsAcknowledged() {
    PipelineHarness harness = new PipelineHarness();
    harness.timer.advanceMillis(1);
    harness.put(trade(5, "A", 1.0), trade(6, "B", 1.0));
    harness.requests.acknowledge(1);
    assertThat(harness.committed(7)).isEqualTo(5);
    harness.requests.acknowledge(0);
    assertThat(harness.committed(7)).isEqualTo(7);
  }

  @Test
  void thePositionOfTheFrameworkIsCommittedWhenNothingIsUnfinished() {
    PipelineHarness harness = new PipelineHarness();
    harness.requests.answerAtOnce = true;
    harness.put(trade(5, "A", 1.0));
    assertThat(harness.committed(1_000)).isEqualTo(1_000);
  }

  @Test
  void anOffsetWithinAMillisecondIsNotCommittedUntilItIsOver() {
    PipelineHarness harness = new PipelineHarness();
    harness.requests.answerAtOnce = true;
    harness.put(trade(1, 70, "A", 1.0), trade(2, 71, "A", 1.0), trade(3, 71, "A", 2.0));
    assertThat(harness.committedAtOnce(4)).isEqualTo(2);
    harness.put(trade(4, 72, "A", 1.0));
    assertThat(harness.committedAtOnce(5)).isEqualTo(4);
    assertThat(harness.committed(5)).isEqualTo(5);
  }

  @Test
  void recordsOfOneMillisecondHaveGrowingWriteTimes() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(10, 71, "A", 1.0), trade(11, 71, "A", 2.0), trade(5000, 71, "A", 3.0));
    assertThat(harness.requests.sent.get(0).batch().rows())
        .extracting(row -> row.value(3).getLong(0))
        .containsExactly(71_000L, 71_001L, 71_999L);
  }

  @Test
  void onlyTheFailedBatchIsSentAgainAfterAPause() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(0, "A", 1.0), trade(1, "B", 1.0));
    harness.requests.acknowledge(1);
    harness.requests.fail(0, new NoNodeAvailableException());
    harness.timer.advanceMillis(99);
    assertThat(harness.requests.sent).hasSize(2);
    harness.timer.advanceMillis(1);
    assertThat(harness.requests.sent).hasSize(3);
    assertThat(harness.requests.sent.get(2).batch()).isSameAs(harness.requests.sent.get(0).batch());
    harness.requests.acknowledge(2);
    assertThat(harness.committed(2)).isEqualTo(2);
  }

  @Test
  void anOutageNeverFailsTheTask() {
    PipelineHarness harness = new PipelineHarness("ignoreErrors", "All");
    harness.put(trade(0, "A", 1.0));
    for (int i = 0; i < 100; i++) {
      harness.requests.fail(i, AllNodesFailedException.fromErrors(List.of()));
      harness.put();
      harness.timer.advanceMillis(10_000);
    }
    assertThat(harness.requests.sent).hasSize(101);
    assertThat(harness.committed(1)).isZero();
    assertThat(harness.context.reported).isEmpty();
  }

  @Test
  void aRefusedBatchIsSplitAndOnlyTheBadRowReported() {
    PipelineHarness harness = withDeadLetters();
    harness.put(trade(0, "A", 1.0), trade(1, "A", 2.0), trade(2, "A", 3.0));
    harness.requests.fail(0, new InvalidQueryException(null, "no"));
    assertThat(harness.requests.sent).hasSize(4);
    harness.requests.acknowledge(1);
    harness.requests.fail(2, new InvalidQueryException(null, "no"));
    harness.requests.acknowledge(3);
    harness.put();
    assertThat(harness.context.reported).extracting(r -> r.kafkaOffset()).containsExactly(1L);
    assertThat(harness.committed(3)).isEqualTo(3);
  }

  @Test
  void aRecordIsDoneOnlyWhenTheDeadLetterQueueHasIt() {
    PipelineHarness harness = withDeadLetters();
    harness.context.reportDurable = new CompletableFuture<>();
    harness.put(trade(0, "A", "not a number"));
    assertThat(harness.committed(1)).isZero();
    harness.context.reportDurable.complete(null);
    harness.put();
    assertThat(harness.committed(1)).isEqualTo(1);
  }

  @Test
  void withoutADeadLetterQueueTheTaskFailsAndSaysWhere() {
    PipelineHarness harness = new PipelineHarness();
    assertThatThrownBy(() -> harness.put(trade(41, "A", "not a number")))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith(
            "topic trades partition 0 offset 41: column market.trades.price from value.price: ");
    assertThat(harness.committed(42)).isEqualTo(41);
  }

  @Test
  void ignoredRecordsAreCounted() {
    PipelineHarness harness = new PipelineHarness("ignoreErrors", "All");
    harness.put(trade(0, "A", "not a number"));
    assertThat(harness.counters.ignored.sum()).isEqualTo(1);
    assertThat(harness.committed(1)).isEqualTo(1);
  }

  @Test
  void mappingErrorsAreNotDriverErrors() {
    PipelineHarness harness = new PipelineHarness("ignoreErrors", "Driver");
    assertThatThrownBy(() -> harness.put(trade(0, "A", "not a number")))
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void anErrorThrownByTheDriverFailsTheTaskAndLeaksNoPermit() {
    PipelineHarness harness = new PipelineHarness();
    harness.requests.throwInstead = new OutOfMemoryError("test");
    assertThatThrownBy(() -> harness.put(trade(0, "A", 1.0)))
        .isInstanceOf(ConnectException.class)
        .hasRootCauseInstanceOf(OutOfMemoryError.class);
    assertThat(harness.limit.underWay()).isZero();
    assertThat(harness.committed(1)).isZero();
  }

  @Test
  void aFatalErrorOfARequestIsRethrownFromTheNextPut() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(0, "A", 1.0));
    harness.requests.fail(0, new IllegalStateException("test"));
    assertThat(harness.committed(1)).isZero();
    assertThatThrownBy(harness::put).hasRootCauseMessage("test");
  }

  @Test
  void readingIsPausedWhileTheTablesAreNotReady() {
    PipelineHarness harness = new PipelineHarness();
    harness.tablesReady = new CompletableFuture<>();
    harness.timer.waiting = true;
    harness.put(trade(0, "A", 1.0));
    harness.timer.waiting = false;
    assertThat(harness.context.paused).containsExactly(PARTITION);
    assertThat(harness.context.timeoutMs).isBetween(1L, 50L);
    harness.tablesReady.complete(null);
    harness.put();
    assertThat(harness.context.paused).isEmpty();
    assertThat(harness.requests.sent).hasSize(1);
  }

  @Test
  void aPartitionThatWasPausedWhenItWasTakenAwayIsReadWhenItComesBack() {
    PipelineHarness harness = new PipelineHarness();
    harness.tablesReady = new CompletableFuture<>();
    harness.timer.waiting = true;
    harness.put(trade(0, "A", 1.0));
    harness.timer.waiting = false;
    assertThat(harness.context.paused).containsExactly(PARTITION);
    harness.pipeline.close(List.of(PARTITION));
    harness.pipeline.open(List.of(PARTITION));
    assertThat(harness.context.paused).isEmpty();
  }

  @Test
  void acknowledgementsFromBeforeARevocationCountForNothing() {
    PipelineHarness harness = new PipelineHarness();
    harness.put(trade(0, "A", 1.0));
    harness.pipeline.close(List.of(PARTITION));
    harness.pipeline.open(List.of(PARTITION));
    harness.put(trade(0, "A", 1.0));
    harness.requests.acknowledge(0);
    assertThat(harness.committed(1)).isZero();
    harness.requests.acknowledge(1);
    assertThat(harness.committed(1)).isEqualTo(1);
  }

  @Test
  void failedRowsOfARevokedPartitionAreNeitherSentAgainNorReported() {
    PipelineHarness harness = withDeadLetters();
    harness.put(trade(0, "A", 1.0));
    harness.pipeline.close(List.of(PARTITION));
    harness.requests.fail(0, new InvalidQueryException(null, "no"));
    harness.timer.advanceMillis(60_000);
    harness.put();
    assertThat(harness.requests.sent).hasSize(1);
    assertThat(harness.context.reported).isEmpty();
  }

  @Test
  void aTombstoneDeletesTheRowAtItsOwnWriteTime() {
    PipelineHarness harness =
        new PipelineHarness(
            "topic.trades.market.trades.mapping", "symbol=key, id=key, price=value");
    harness.put(
        new SinkRecord(
            "trades",
            0,
            null,
            7L,
            null,
            null,
            3,
            9L,
            org.apache.kafka.common.record.TimestampType.CREATE_TIME));
    var row = harness.requests.sent.get(0).batch().rows().get(0);
    assertThat(row.size()).isEqualTo(3);
    assertThat(row.value(2).getLong(0)).isEqualTo(9_000L);
  }

  @Test
  void anEmptyTextHasNoFields() {
    PipelineHarness harness = withDeadLetters();
    harness.put(trade(0, "A", 1.0), keyed(1, ""), trade(2, "A", 1.0));
    harness.put();
    assertThat(harness.context.reported).extracting(r -> r.kafkaOffset()).containsExactly(1L);
    assertThat(harness.context.reasons.get(0).getMessage())
        .startsWith("topic trades partition 0 offset 1: column market.trades.id from value.id: ");
    assertThat(harness.requests.sent.get(0).rows()).isEqualTo(2);
  }

  @Test
  void anEmptyObjectIsARowOfItsKeyAlone() {
    PipelineHarness harness =
        new PipelineHarness(
            "topic.trades.market.trades.mapping", "symbol=key, id=key, price=value.price");
    harness.put(keyed(0, Map.of()));
    var row = harness.requests.sent.get(0).batch().rows().get(0);
    assertThat(row.value(1).getLong(0)).isEqualTo(7);
    assertThat(row.value(2)).as("the price stays as it is").isNull();
  }

  private static SinkRecord keyed(long offset, Object value) {
    return new SinkRecord("trades", 0, null, 7L, null, value, offset);
  }

  private static PipelineHarness withDeadLetters() {
    return new PipelineHarness(
        "errors.tolerance", "all", "errors.deadletterqueue.topic.name", "dlq");
  }

  @Test
  void requestsThatFailAtOnceDoNotNestIntoEachOther() {
    PipelineHarness harness = new PipelineHarness();
    harness.requests.failAtOnce = new ClosedChannelException();
    SinkRecord[] records = new SinkRecord[60];
    for (int i = 0; i < records.length; i++) {
      records[i] = PipelineHarness.trade(i, "S" + i, 1.0);
    }
    harness.put(records);
    assertThat(harness.requests.depths).hasSize(60);
    assertThat(Collections.max(harness.requests.depths))
        .isLessThan(Collections.min(harness.requests.depths) + 40);
  }
}
