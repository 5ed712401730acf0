package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Rows;
import java.util.List;
import java.util.Locale;

/**
 * What the contestant of a line is given to write.
 *
 * @param several whether other lines write another number of records, which labels then tell
 */
record Load(Rows rows, boolean several) {

  private static final long MILLION = 1_000_000;

  /** One for each number of records. */
  static List<Load> of(List<Integer> records, int symbols, int columns) {
    return records.stream()
        .map(count -> new Load(new Rows(count, symbols, columns), records.size() > 1))
        .toList();
  }

  /** The topic that holds the records for sinks. */
  String topic() {
    return "ticks-" + rows.count();
  }

  /** Behind the name of a line; empty where all lines write as many records. */
  String label() {
    return several ? ", " + number() + " records" : "";
  }

  private String number() {
    return rows.count() % MILLION == 0
        ? rows.count() / MILLION + "M"
        : String.format(Locale.ROOT, "%,d", rows.count());
  }
}
