package io.tickstream.connect.cassandra.metrics;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Percentiles of durations, in buckets that grow by an eighth of a power of two: within 10 % of the
 * truth, and one increment per request. Covers what came since the last reset. Thread-safe.
 */
public final class Latency {
  private static final int PARTS = 8;

  private final AtomicLongArray buckets = new AtomicLongArray(Long.SIZE * PARTS);

  /** Counts one request. */
  public void record(long nanos) {
    buckets.incrementAndGet(bucket(Math.max(1, nanos)));
  }

  /** In microseconds; 0 before the first request. */
  public long percentileMicros(double percent) {
    long total = 0;
    for (int i = 0; i < buckets.length(); i++) {
      total += buckets.get(i);
    }
    long wanted = (long) Math.ceil(total * percent / 100);
    long seen = 0;
    for (int i = 0; i < buckets.length() && wanted > 0; i++) {
      seen += buckets.get(i);
      if (seen >= wanted) {
        return upperNanos(i) / 1_000;
      }
    }
    return 0;
  }

  private static int bucket(long nanos) {
    int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(nanos);
    long part = power < 3 ? 0 : (nanos >>> (power - 3)) & (PARTS - 1);
    return power * PARTS + (int) part;
  }

  private static long upperNanos(int bucket) {
    int power = bucket / PARTS;
    int part = bucket % PARTS + 1;
    return power < 3 ? 1L << (power + 1) : (1L << power) + ((long) part << (power - 3));
  }
}
