package io.tickstream.connect.market.limit;

import java.util.function.LongUnaryOperator;

/**
 * Growing pauses with full jitter: anything from one up to a bound that doubles with each failure.
 * Not thread-safe.
 */
public final class Backoff {

  private final long initialMs;
  private final long maxMs;
  private final LongUnaryOperator random;
  private int failures;

  /**
   * Bounds the pauses.
   *
   * @param random gives a number from 0 to below its argument
   */
  public Backoff(long initialMs, long maxMs, LongUnaryOperator random) {
    this.initialMs = initialMs;
    this.maxMs = maxMs;
    this.random = random;
  }

  /** The pause after one more failure, at least 1 ms. */
  public long nextMs() {
    int doublings = Math.min(failures++, 30);
    long bound = Math.min(maxMs, initialMs << doublings);
    // Shifted past the sign the bound would be nonsense; the maximum is what was meant.
    return 1 + random.applyAsLong(Math.max(1, bound > 0 ? bound : maxMs));
  }

  public void reset() {
    failures = 0;
  }
}
