package io.tickstream.connect.cassandra.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/** What one task has done since it started. Thread-safe. */
public final class SinkCounters {
  public final LongAdder records = new LongAdder();
  public final LongAdder rows = new LongAdder();
  public final LongAdder batches = new LongAdder();
  public final LongAdder retries = new LongAdder();
  public final LongAdder reported = new LongAdder();
  public final LongAdder ignored = new LongAdder();
  public final Latency latency = new Latency();
  private final Map<String, TableCounters> tables = new ConcurrentSkipListMap<>();
  private volatile long lagMs;

  /** Of one table, by its name in CQL. */
  public TableCounters table(String name) {
    return tables.computeIfAbsent(name, unseen -> new TableCounters());
  }

  /** How old the last acknowledged record was by its own time; may be negative: clocks differ. */
  public void lag(long millis) {
    lagMs = millis;
  }

  public Map<String, TableCounters> tables() {
    return Map.copyOf(tables);
  }

  /**
   * For publication.
   *
   * @param underWay requests of the whole connector on this worker
   * @param limit how many there may be
   */
  public List<Reading> readings(LongSupplier underWay, LongSupplier limit) {
    return List.of(
        new Reading("records", "Records taken over from Kafka Connect", records::sum),
        new Reading("rows", "Rows acknowledged by Cassandra", rows::sum),
        new Reading("batches", "Requests acknowledged by Cassandra", batches::sum),
        new Reading("retries", "Requests sent again", retries::sum),
        new Reading("dead-letters", "Records handed to the dead letter queue", reported::sum),
        new Reading("ignored", "Records dropped because ignoreErrors says so", ignored::sum),
        new Reading(
            "in-flight",
            "Requests under way, of all tasks of the connector on this worker",
            underWay),
        new Reading("in-flight-limit", "How many requests may be under way at present", limit),
        new Reading(
            "lag-ms",
            "Milliseconds between the time of the last acknowledged record and now",
            () -> lagMs),
        new Reading(
            "latency-p50-us",
            "Microseconds from sending to acknowledgement, median",
            () -> latency.percentileMicros(50)),
        new Reading(
            "latency-p95-us", "The same, 95th percentile", () -> latency.percentileMicros(95)),
        new Reading(
            "latency-p99-us", "The same, 99th percentile", () -> latency.percentileMicros(99)));
  }
}
