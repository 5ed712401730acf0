package io.tickstream.connect.cassandra.write;

import java.util.concurrent.TimeUnit;

/** The lowest mean latency of the last five to ten seconds. Guarded by its owner. */
final class LatencyFloor {
  private static final long HALF_NANOS = TimeUnit.SECONDS.toNanos(5);

  private long current = Long.MAX_VALUE;
  private long previous = Long.MAX_VALUE;
  private long turnedNanos = Long.MIN_VALUE;

  long update(long nowNanos, long latencyNanos) {
    if (turnedNanos == Long.MIN_VALUE) {
      turnedNanos = nowNanos;
    }
    if (nowNanos - turnedNanos >= HALF_NANOS) {
      previous = current;
      current = Long.MAX_VALUE;
      turnedNanos = nowNanos;
    }
    current = Math.min(current, latencyNanos);
    return Math.min(current, previous);
  }
}
