package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.contest.LatencyContest.Series;
import io.tickstream.connect.benchmarks.contest.LatencyTrial.Round;
import io.tickstream.connect.benchmarks.measure.Meter.Usage;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LatencyContestTest {

  private static Line line(double... rates) {
    Series series = new Series(10_000);
    for (double rate : rates) {
      series.add(new Round(List.of(5.0, 7.0), List.of(2.0), rate, new Usage(20, Map.of(), 0.01)));
    }
    return LatencyContest.line(series);
  }

  @Test
  void theRateThatWasReachedStandsInTheTable() {
    Line line = line(9_950, 10_010, 10_000);

    assertThat(line.failure()).isNull();
    assertThat(line.figures())
        .containsEntry("records/s made", Spread.of(List.of(9_950.0, 10_010.0, 10_000.0)))
        .containsEntry("p50 ms", Spread.of(List.of(6.0, 6.0, 6.0)))
        .containsEntry("p99 ms to topic", Spread.of(List.of(2.0, 2.0, 2.0)));
  }

  @Test
  void aRateThatWasNotReachedInEachRoundIsNoResult() {
    Line line = line(10_000, 9_899, 10_000);

    assertThat(line.failure()).isEqualTo("only 9,899 records/s were made in a window");
    assertThat(line.figures()).containsKey("p50 ms");
  }
}
