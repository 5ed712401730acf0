package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  @Test
  void theClosingLineHasEveryTableAndOneWordForTheConnectors() {
    Snapshot snapshot =
        new Snapshot(
            List.of(Snapshots.running("a", 1, 1), Snapshots.running("b", 1, 1)),
            List.of(Snapshots.live("trades", 1_203), Snapshots.history("bars", 506)));
    assertThat(snapshot.closingLine()).isEqualTo("rows trades=1203 bars=506 connectors=RUNNING");
    assertThat(snapshot.shortcomings()).isEmpty();
  }

  @Test
  void aConnectorThatDoesNotRunIsNamed() {
    Snapshot snapshot =
        new Snapshot(
            List.of(Snapshots.running("a", 1, 1), Snapshots.failed("b")),
            List.of(Snapshots.live("trades", 1)));
    assertThat(snapshot.closingLine()).isEqualTo("rows trades=1 connectors=b:FAILED");
    assertThat(snapshot.shortcomings()).containsExactly("connector b is FAILED");
  }

  @Test
  void aTableWithoutRowsIsAShortcoming() {
    Snapshot snapshot =
        new Snapshot(
            List.of(Snapshots.running("a", 1, 1)),
            List.of(Snapshots.live("trades", 1), Snapshots.empty("bars")));
    assertThat(snapshot.shortcomings()).containsExactly("table market.bars has no rows");
  }

  @Test
  void aBareStackHasNoConnectors() {
    assertThat(new Snapshot(List.of(), List.of()).closingLine()).isEqualTo("rows connectors=NONE");
  }
}
