package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.provider.Failure;
import org.apache.kafka.connect.errors.ConnectException;

/** How long to wait after a failure that says so. */
final class Waits {

  /** The failure says nothing about time. */
  static final long BACK_OFF = -1;

  private Waits() {}

  /**
   * Milliseconds to wait, or {@link #BACK_OFF}.
   *
   * @param what the thing that was refused, and the reason, for people
   * @throws ConnectException when waiting does not help
   */
  static long ms(Failure failure, long nowMs, String what) {
    if (failure instanceof Failure.BadCredentials) {
      throw new ConnectException(what + "; check api.key and what it is entitled to");
    }
    if (failure instanceof Failure.Refused) {
      throw new ConnectException(what + "; check the connector's options");
    }
    if (failure instanceof Failure.Throttled throttled) {
      return Math.max(1, throttled.waitMs());
    }
    if (failure instanceof Failure.Banned banned) {
      return Math.max(1, banned.waitMs());
    }
    return failure instanceof Failure.QuotaExhausted quota
        ? Math.max(1_000, quota.untilMs() - nowMs)
        : BACK_OFF;
  }
}
