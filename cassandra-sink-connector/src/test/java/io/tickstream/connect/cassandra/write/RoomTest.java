package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** How much a task takes over while Cassandra answers nothing. */
class RoomTest {
  private static final int LARGE = 100_000;

  private final PipelineHarness harness = new PipelineHarness();

  /** Records of a thousand partitions, offered one by one until reading is paused. */
  private static int taken(PipelineHarness harness, String more) {
    harness.timer.waiting = true;
    int offset = 0;
    while (harness.context.paused.isEmpty() && offset < 100_000) {
      harness.put(record(offset, more));
      offset++;
    }
    return offset;
  }

  @SuppressWarnings("unchecked")
  private static SinkRecord record(int offset, String more) {
    SinkRecord record = trade(offset, "S" + offset % 1_000, 1.0);
    Map<String, Object> value = (Map<String, Object>) record.value();
    value.put("more", more);
    value.put("ids", List.of(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L));
    return record;
  }

  @Test
  void recordsAreKeptUntilTheyAreWrittenSoLargeOnesFindLessRoomHoweverLittleIsMapped() {
    int large = taken(harness, "x".repeat(LARGE));
    int small = taken(new PipelineHarness(), "x");
    assertThat(large * LARGE).isBetween(8_000_000, 40_000_000);
    assertThat(small).isGreaterThan(2 * large);
  }

  @Test
  void memoryHasTheGivenBoundWhateverMayBeUnderWay() {
    PipelineHarness small = new PipelineHarness("maxBytesInFlight", "1000000");
    assertThat(taken(small, "x".repeat(LARGE)) * LARGE).isBetween(700_000, 1_200_000);
  }

  @Test
  void rowsOfOneRecordShareItsWeight() {
    PipelineHarness exploding =
        new PipelineHarness(
            "topic.trades.market.trades.mapping",
            "symbol=key, id=element, price=value.price",
            "topic.trades.market.trades.explode",
            "value.ids");
    assertThat(taken(exploding, "x".repeat(LARGE)) * LARGE).isBetween(8_000_000, 40_000_000);
  }
}
