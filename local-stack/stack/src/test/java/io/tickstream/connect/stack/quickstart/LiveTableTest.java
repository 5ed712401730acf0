package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveTableTest {
  private final Snapshot snapshot =
      new Snapshot(
          List.of(
              Snapshots.running("simulator-trades", 1_203, 19.96),
              Snapshots.failed("cassandra-trades")),
          List.of(
              Snapshots.live("trades", 1_201),
              Snapshots.history("bars", 506),
              Snapshots.empty("quotes")));

  @Test
  void onATerminalItIsATable() {
    assertThat(LiveTable.table(snapshot))
        .containsExactly(
            "connector             state      tasks   records/s  records",
            "simulator-trades      RUNNING      1/1        20.0  1,203",
            "cassandra-trades      FAILED       0/1         0.0  0",
            "",
            "table                 rows                   delay  newest row",
            "market.trades         1,201                  45 ms  2026-03-02 10:00:00.205Z",
            "market.bars           506                  history  2017-02-28 05:00:00.000Z",
            "market.quotes         0                          -  -",
            "cassandra-trades: e.F: no host");
  }

  @Test
  void elsewhereEveryLineStandsForItself() {
    assertThat(LiveTable.lines(Duration.ofSeconds(12), snapshot))
        .containsExactly(
            "   12 s  simulator-trades RUNNING tasks 1/1, 20.0 records/s, 1,203 records",
            "   12 s  cassandra-trades FAILED tasks 0/1, 0.0 records/s, 0 records",
            "   12 s  market.trades 1,201 rows, newest 2026-03-02 10:00:00.205Z, delay 45 ms",
            "   12 s  market.bars 506 rows, newest 2017-02-28 05:00:00.000Z, delay history",
            "   12 s  market.quotes 0 rows, newest -, delay -");
  }
}
