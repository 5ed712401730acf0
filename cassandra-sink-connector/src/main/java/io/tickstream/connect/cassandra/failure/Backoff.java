package io.tickstream.connect.cassandra.failure;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * Pauses between attempts: drawn evenly between nothing and a bound that doubles up to a cap, so
 * that many who failed together do not come back together.
 */
public final class Backoff {
  private final long initialNanos;
  private final long maxNanos;
  private final LongUnaryOperator randomBelow;

  /**
   * Pauses below a bound that grows from one to the other.
   *
   * @param randomBelow a random number from 0 up to and without its argument
   */
  public Backoff(Duration initial, Duration max, LongUnaryOperator randomBelow) {
    this.initialNanos = initial.toNanos();
    this.maxNanos = Math.max(initial.toNanos(), max.toNanos());
    this.randomBelow = randomBelow;
  }

  /** The bound of the pause before the given attempt; the first retry is 1. */
  public long boundNanos(int attempt) {
    int doublings = Math.min(attempt - 1, 62);
    return doublings >= Long.numberOfLeadingZeros(initialNanos) - 1
        ? maxNanos
        : Math.min(maxNanos, initialNanos << doublings);
  }

  public long pauseNanos(int attempt) {
    return randomBelow.applyAsLong(boundNanos(attempt) + 1);
  }
}
