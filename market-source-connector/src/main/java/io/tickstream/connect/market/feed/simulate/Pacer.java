package io.tickstream.connect.market.feed.simulate;

/**
 * How many events are due. Counts from a fixed moment, so that a sleep that took too long is made
 * up for; after a longer standstill, as in a pause, only a second's worth is. Not thread-safe.
 */
final class Pacer {

  private final double perMs;
  private long startMs = Long.MIN_VALUE;
  private long made;

  /** As fast as possible with a rate of 0. */
  Pacer(double perSecond) {
    this.perMs = perSecond / 1_000;
  }

  int due(long nowMs, int max) {
    if (perMs == 0) {
      return max;
    }
    if (startMs == Long.MIN_VALUE) {
      startMs = nowMs;
    }
    long behind = target(nowMs) - made;
    long tolerated = Math.max(1, (long) (perMs * 1_000));
    if (behind > tolerated) {
      startMs = nowMs;
      made = target(nowMs) - tolerated;
      behind = tolerated;
    }
    return (int) Math.max(0, Math.min(max, behind));
  }

  void made(int events) {
    made += events;
  }

  /** How long until the next is due. */
  long waitMs(long nowMs) {
    return perMs == 0 ? 0 : Math.max(0, startMs + (long) Math.ceil(made / perMs) - nowMs);
  }

  private long target(long nowMs) {
    return 1 + (long) ((nowMs - startMs) * perMs);
  }
}
