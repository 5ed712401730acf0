package io.tickstream.connect.cassandra.write;

import static io.tickstream.connect.cassandra.write.PipelineHarness.trade;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class GatheringTest {
  private static final int ENOUGH_TO_LEARN = 40;

  private final PipelineHarness harness = new PipelineHarness();
  private int offset;

  private void put(String... symbols) {
    SinkRecord[] records = new SinkRecord[symbols.length];
    for (int i = 0; i < symbols.length; i++) {
      records[i] = trade(offset++, symbols[i], 1.0);
    }
    harness.put(records);
  }

  private void learnThatEveryRowIsAPartitionOfItsOwn() {
    for (int i = 0; i < ENOUGH_TO_LEARN; i++) {
      put("S" + i);
      harness.requests.acknowledgeAll();
    }
  }

  private int sent() {
    return harness.requests.sent.size();
  }

  @Test
  void rowsWaitForOthersOfTheirPartitionWhileAnythingIsUnderWay() {
    put("A");
    put("B", "C");
    assertThat(sent()).isEqualTo(1);
    put("B");
    harness.timer.advanceMillis(5);
    assertThat(sent()).isEqualTo(3);
    assertThat(harness.requests.sent.get(1).rows()).isEqualTo(2);
  }

  @Test
  void rowsThatNeverMeetOthersOfTheirPartitionDoNotWait() {
    learnThatEveryRowIsAPartitionOfItsOwn();
    put("A");
    put("B", "C");
    assertThat(sent()).isEqualTo(ENOUGH_TO_LEARN + 3);
  }

  @Test
  void behindARowOfTheirPartitionTheyGatherAllTheSame() {
    learnThatEveryRowIsAPartitionOfItsOwn();
    put("A", "A", "A", "A");
    assertThat(sent()).isEqualTo(ENOUGH_TO_LEARN + 1);
    harness.timer.advanceMillis(5);
    assertThat(sent()).isEqualTo(ENOUGH_TO_LEARN + 2);
    assertThat(harness.requests.sent.get(ENOUGH_TO_LEARN + 1).rows()).isEqualTo(3);
  }

  @Test
  void whenRowsOfAPartitionComeTogetherAgainTheyWaitAgain() {
    learnThatEveryRowIsAPartitionOfItsOwn();
    String[] many = new String[96];
    Arrays.fill(many, "A");
    put(many);
    harness.timer.advanceMillis(5);
    harness.requests.acknowledgeAll();
    harness.requests.acknowledgeAll();
    put("B");
    int before = sent();
    put("C");
    assertThat(sent()).isEqualTo(before);
    harness.timer.advanceMillis(5);
    assertThat(sent()).isEqualTo(before + 1);
  }
}
