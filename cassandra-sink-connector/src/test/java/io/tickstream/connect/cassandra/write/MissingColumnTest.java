package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** While the sink is still to add a column that the table lacks. */
class MissingColumnTest {

  @Test
  void recordsThatDoNotFitGoToTheDeadLetterQueueAsEver() {
    PipelineHarness harness =
        new PipelineHarness(
            "errors.tolerance",
            "all",
            "errors.deadletterqueue.topic.name",
            "dlq",
            "autoAlter",
            "true",
            "topic.trades.market.trades.explode",
            "value.data",
            "topic.trades.market.trades.mapping",
            "symbol=key, id=element.id, price=element.price, note=element.note");
    harness.requests.answerAtOnce = true;
    Object good = List.of(Map.of("id", 1L, "price", 1.5));
    harness.put(
        record(0, good), record(1, "no array"), record(2, 7L), record(3, good), record(4, "]"));
    assertThat(harness.context.reported)
        .extracting(SinkRecord::kafkaOffset)
        .containsExactly(1L, 2L, 4L);
    assertThat(harness.context.reasons)
        .extracting(Throwable::getMessage)
        .allMatch(reason -> reason.contains(": table market.trades explode: "));
    assertThat(harness.requests.sent.stream().mapToInt(FakeRequests.Sent::rows).sum()).isEqualTo(2);
    assertThat(harness.committed(5)).isEqualTo(5);
  }

  private static SinkRecord record(long offset, Object data) {
    return new SinkRecord("trades", 0, null, "A", null, Map.of("data", data), offset);
  }
}
