package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.benchmarks.measure.Meter.Usage;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import io.tickstream.connect.benchmarks.report.Report;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContestTest {

  private static final Variant VARIANT = new Variant(1, 500, 1);

  private static final Load LOAD = Load.of(List.of(1_000_000), 50, 4).get(0);

  private final Entry ours = new Entry(connector("tickstream"), VARIANT, LOAD);
  private final Entry nothing = new Entry(connector("nothing"), VARIANT, LOAD);
  private final Entry driver = new Entry(driver(), null, LOAD);
  private final PrintStream silence =
      new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

  private static Contestant connector(String name) {
    return new Contestant.Connector(name, List.of(), Map.of(), Contestant.Leaves.ROWS);
  }

  private static Contestant driver() {
    return new Contestant.Driver("driver-32", 32, false);
  }

  private static Sample sample(double seconds, double clientCpu, double cassandraCpu) {
    Usage usage =
        new Usage(seconds, Map.of(Role.CLIENT, clientCpu, Role.CASSANDRA, cassandraCpu), 0.01);
    return new Sample(1_000_000, usage, 10, 1 << 20, 0, 1);
  }

  private static Spread spread(double... rounds) {
    return Spread.of(Arrays.stream(rounds).boxed().toList());
  }

  @Test
  void contestantsTakeTurnsAndWarmUpsDoNotCount() {
    List<String> turns = new ArrayList<>();
    new Contest(List.of(ours, nothing), silence)
        .run(
            (entry, repetition) -> {
              turns.add(entry.contestant().name() + repetition);
              return sample(1, 1, 1);
            },
            1,
            2);

    assertThat(turns)
        .containsExactly(
            "tickstream0", "nothing0", "tickstream1", "nothing1", "tickstream2", "nothing2");
    assertThat(ours.samples()).hasSize(2);
  }

  @Test
  void whoFailsIsOutAndTheOthersGoOn() {
    new Contest(List.of(ours, nothing), silence)
        .run(
            (entry, repetition) -> {
              if (entry == ours && repetition == 1) {
                throw new IllegalStateException("the table holds 9 rows");
              }
              return sample(1, 1, 1);
            },
            0,
            3);

    assertThat(ours.hasResult()).isFalse();
    assertThat(ours.failure()).isEqualTo("the table holds 9 rows");
    assertThat(nothing.samples()).hasSize(3);
  }

  @Test
  void ratiosAreTakenWithinEachRound() {
    ours.add(sample(4, 3.0, 6));
    ours.add(sample(8, 6.0, 12));
    ours.add(sample(2, 1.5, 3));
    nothing.add(sample(2, 2.0, 0));
    nothing.add(sample(4, 4.0, 0));
    nothing.add(sample(1, 1.0, 0));
    driver.add(sample(3, 0.6, 5));
    driver.add(sample(6, 1.2, 10));
    driver.add(sample(1.5, 0.3, 2.5));

    Report report = Findings.report("command", "title", 0.1, List.of(ours, nothing, driver), false);

    Line first = report.lines().get(0);
    assertThat(first.figures())
        .containsEntry("rows/s", spread(250_000, 125_000, 500_000))
        .containsEntry("rows/s ÷ floor", spread(0.75, 0.75, 0.75))
        .containsEntry("worker CPU ÷ nothing", spread(1.5, 1.5, 1.5))
        .containsEntry("Cassandra CPU ÷ floor", spread(1.2, 1.2, 1.2));
    assertThat(report.lines().get(2).figures()).doesNotContainKey("worker CPU ÷ nothing");
    assertThat(report.isResult()).isTrue();
  }

  @Test
  void aLineIsComparedWithThoseOfAsManyRecords() {
    List<Entry> entries = new ArrayList<>();
    for (Load load : Load.of(List.of(1_000_000, 10_000_000), 50, 4)) {
      entries.add(new Entry(connector("nothing"), VARIANT, load));
      entries.add(new Entry(driver(), null, load));
    }
    entries.get(0).add(sample(4, 1, 0));
    entries.get(1).add(sample(2, 1, 1));
    entries.get(2).add(sample(4, 3, 0));
    entries.get(3).add(sample(1, 1, 1));

    Report report = Findings.report("command", "title", 0.1, entries, false);

    assertThat(report.lines())
        .extracting(Line::label)
        .containsExactly(
            "nothing, 1 task, poll 500, 1M records",
            "driver-32, 1M records",
            "nothing, 1 task, poll 500, 10M records",
            "driver-32, 10M records");
    assertThat(report.lines().get(0).figures())
        .containsEntry("rows/s ÷ floor", spread(0.5))
        .containsEntry("worker CPU ÷ nothing", spread(1));
    assertThat(report.lines().get(2).figures())
        .containsEntry("rows/s ÷ floor", spread(0.25))
        .containsEntry("worker CPU ÷ nothing", spread(1));
  }
}
