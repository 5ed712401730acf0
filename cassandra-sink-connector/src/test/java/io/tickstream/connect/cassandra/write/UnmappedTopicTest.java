package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** Records of topics that nobody mapped, as {@code topics.regex} and transforms bring them. */
class UnmappedTopicTest {
  private static final String REASON =
      "topic trades partition 0 offset 1: topic rumours has no mapping; add"
          + " topic.rumours.<keyspace>.<table>.mapping";

  @Test
  void onlyTheyGoToTheDeadLetterQueue() {
    PipelineHarness harness =
        new PipelineHarness(
            "errors.tolerance", "all", "errors.deadletterqueue.topic.name", "trades-dlq");
    harness.requests.answerAtOnce = true;
    harness.put(trade(0, "A", 1.0), rumour(trade(1, "A", 1.0)), trade(2, "A", 1.0));
    assertThat(harness.context.reported).extracting(SinkRecord::topic).containsExactly("rumours");
    assertThat(harness.context.reasons).extracting(Throwable::getMessage).containsExactly(REASON);
    assertThat(harness.requests.sent.stream().mapToInt(FakeRequests.Sent::rows).sum()).isEqualTo(2);
    assertThat(harness.committed(3)).isEqualTo(3);
  }

  @Test
  void withoutADeadLetterQueueTheyFailTheTask() {
    PipelineHarness harness = new PipelineHarness();
    assertThatThrownBy(() -> harness.put(rumour(trade(1, "A", 1.0))))
        .isInstanceOf(ConnectException.class)
        .hasMessageStartingWith(REASON);
    assertThat(harness.committed(2)).isEqualTo(1);
  }

  private static SinkRecord rumour(SinkRecord trade) {
    return trade.newRecord(
        "rumours",
        trade.kafkaPartition(),
        trade.keySchema(),
        trade.key(),
        trade.valueSchema(),
        trade.value(),
        trade.timestamp());
  }
}
