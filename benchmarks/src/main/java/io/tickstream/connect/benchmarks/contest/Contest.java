package io.tickstream.connect.benchmarks.contest;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Lets the entries run in turn, A B A B, so that a drift of the machine meets all of them alike.
 */
public final class Contest {

  private final List<Entry> entries;
  private final PrintStream progress;

  /** Between these entries; each run is told to {@code progress} in a line. */
  public Contest(List<Entry> entries, PrintStream progress) {
    this.entries = List.copyOf(entries);
    this.progress = progress;
  }

  /** First {@code warmUps} rounds that do not count, then {@code repetitions} rounds that do. */
  void run(Trial trial, int warmUps, int repetitions) {
    for (int round = 0; round < warmUps + repetitions; round++) {
      for (Entry entry : entries) {
        if (entry.isRunning()) {
          run(trial, entry, round, round < warmUps);
        }
      }
    }
  }

  private void run(Trial trial, Entry entry, int round, boolean warmUp) {
    try {
      Sample sample = trial.run(entry, round);
      if (!warmUp) {
        entry.add(sample);
      }
      progress.printf(
          Locale.ROOT,
          "%-50s %-8s %,11.0f rows/s  %5.1f s  others %2.0f %%%n",
          entry.label(),
          warmUp ? "warm-up" : "counts",
          sample.rate(),
          sample.usage().seconds(),
          100 * sample.usage().otherShare());
    } catch (Exception e) {
      entry.fail(String.valueOf(e.getMessage()));
      progress.printf("%-50s failed: %s%n", entry.label(), e);
    }
  }
}
