package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.limit.Backoff;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until when not to ask, and the one log line about it. A limit or a ban holds for the key, so it
 * stops every symbol; a broken answer only those it was about. What was asked comes as a text for
 * people, without secrets. Used by the fetching thread only.
 */
final class Pauses {

  private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);

  private static final long QUIET_MS = Duration.ofMinutes(1).toMillis();

  private final FeedContext context;
  private final Backoff unreachable;
  private long untilMs;
  private boolean told;
  private boolean toldLong;
  private long toldMs = Long.MIN_VALUE / 2;
  private boolean quotaPaused;

  Pauses(FeedContext context) {
    this.context = context;
    this.unreachable = backoff(context);
  }

  static Backoff backoff(FeedContext context) {
    var options = context.settings().options();
    return new Backoff(
        options.getLong(PollOptions.BACKOFF_INITIAL_MS),
        options.getLong(PollOptions.BACKOFF_MAX_MS),
        bound -> ThreadLocalRandom.current().nextLong(bound));
  }

  long untilMs() {
    return untilMs;
  }

  /** Asking goes on. */
  void over() {
    if (quotaPaused) {
      quotaPaused = false;
      context.metrics().set(Metric.QUOTA_PAUSED, 0);
    }
  }

  void throttled(Failure.Throttled failure, String asked, String reason) {
    pause(jittered(failure.waitMs()), asked, reason);
  }

  void quota(Failure.QuotaExhausted failure, String asked, String reason) {
    quotaPaused = true;
    context.metrics().set(Metric.QUOTA_PAUSED, 1);
    pauseForLong(jittered(Math.max(1_000, failure.untilMs() - now())), asked, reason);
  }

  void banned(Failure.Banned failure, String asked, String reason) {
    quotaPaused = true;
    context.metrics().set(Metric.QUOTA_PAUSED, 1);
    pauseForLong(jittered(failure.waitMs()), asked, reason);
  }

  /** Notes a failure; gives how long to wait after it. */
  long failed(Unit unit, String asked, String reason, boolean outOfReach) {
    long wait;
    if (outOfReach) {
      wait = unreachable.nextMs();
      untilMs = now() + wait;
    } else {
      wait = unit.backoff.nextMs();
    }
    if (mayTell()) {
      LOG.warn(
          "{} for {} failed: {}. Trying again, the first time in {} ms; further failures are logged at"
              + " debug level until it succeeds.",
          asked,
          unit.symbols(),
          reason,
          wait);
    } else {
      LOG.debug("{} for {} failed: {}. Again in {} ms.", asked, unit.symbols(), reason, wait);
    }
    return wait;
  }

  void succeeded(Unit unit) {
    unit.backoff.reset();
    unreachable.reset();
    if (told || toldLong) {
      told = false;
      toldLong = false;
      LOG.info("Requests of {} succeed again", context.name());
    }
  }

  /** Once per spell of failures, and once a minute where good and bad answers alternate. */
  private boolean mayTell() {
    if (told || now() - toldMs < QUIET_MS) {
      return false;
    }
    told = true;
    toldMs = now();
    return true;
  }

  private void pause(long waitMs, String asked, String reason) {
    pause(waitMs, asked, reason, mayTell());
  }

  /** What stops everything for hours is told once even if lesser failures came before. */
  private void pauseForLong(long waitMs, String asked, String reason) {
    pause(waitMs, asked, reason, !toldLong);
    toldLong = true;
  }

  private void pause(long waitMs, String asked, String reason, boolean tell) {
    untilMs = now() + waitMs;
    context.metrics().add(Metric.THROTTLED_MS, waitMs);
    if (tell) {
      LOG.warn("{} has to wait until {}: {}", asked, Instant.ofEpochMilli(untilMs), reason);
    } else {
      LOG.debug("{} has to wait until {}: {}", asked, Instant.ofEpochMilli(untilMs), reason);
    }
  }

  /**
   * A little later than told, each task by another amount, so that they do not come back all at
   * once.
   */
  private static long jittered(long waitMs) {
    return waitMs
        + ThreadLocalRandom.current().nextLong(1, 1 + Math.max(1, Math.min(2_000, waitMs / 10)));
  }

  private long now() {
    return context.clock().nowMs();
  }
}
