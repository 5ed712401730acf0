package io.tickstream.connect.cassandra.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** What one task has done to one table. Thread-safe. */
public final class TableCounters {
  public final LongAdder rows = new LongAdder();
  public final LongAdder failed = new LongAdder();
  public final LongAdder retries = new LongAdder();

  /** For publication. */
  public List<Reading> readings() {
    return List.of(
        new Reading("rows", "Rows acknowledged by Cassandra", rows::sum),
        new Reading("failed-rows", "Rows that could never be written", failed::sum),
        new Reading("retries", "Requests sent again", retries::sum));
  }
}
