package io.tickstream.connect.market.limit;

import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Usage;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A task's share of what a venue allows. Before every request {@link #waitMs} is asked, then {@link
 * #spend} told. Thread-safe.
 */
public final class Budget {

  private final Map<Usage.Window, Allowance> allowances = new EnumMap<>(Usage.Window.class);
  private final int tasks;

  /** Divides the limits, which hold for a key or address, by the number of tasks that share it. */
  public Budget(Limits limits, int tasks) {
    this.tasks = tasks;
    add(Usage.Window.SECOND, limits.perSecond(), Duration.ofSeconds(1));
    add(Usage.Window.MINUTE, limits.perMinute(), Duration.ofMinutes(1));
    add(Usage.Window.DAY, limits.perDay(), Duration.ofDays(1));
    add(Usage.Window.WEIGHT_MINUTE, limits.weightPerMinute(), Duration.ofMinutes(1));
    add(Usage.Window.WEIGHT_DAY, limits.weightPerDay(), Duration.ofDays(1));
  }

  /** More tasks than this could not share the limits without breaking them. */
  public static int mostTasks(Limits limits) {
    return (int)
        LongStream.of(
                limits.perSecond(),
                limits.perMinute(),
                limits.perDay(),
                limits.weightPerMinute(),
                limits.weightPerDay())
            .filter(units -> units != Limits.UNLIMITED)
            .min()
            .orElse(Integer.MAX_VALUE);
  }

  private void add(Usage.Window window, long units, Duration length) {
    if (units != Limits.UNLIMITED) {
      allowances.put(window, Allowance.share(units, length.toMillis(), tasks));
    }
  }

  /** What a request may weigh to be sent once in every window, {@link Long#MAX_VALUE} for any. */
  public long mostWeight() {
    return Stream.of(Usage.Window.WEIGHT_MINUTE, Usage.Window.WEIGHT_DAY)
        .flatMap(window -> Stream.ofNullable(allowances.get(window)))
        .mapToLong(Allowance::units)
        .min()
        .orElse(Long.MAX_VALUE);
  }

  /** How long to wait before a request of this weight may be sent; 0 when it may be now. */
  public synchronized long waitMs(int weight, long nowMs) {
    long wait = 0;
    for (Map.Entry<Usage.Window, Allowance> entry : allowances.entrySet()) {
      wait = Math.max(wait, entry.getValue().waitMs(cost(entry.getKey(), weight), nowMs));
    }
    return wait;
  }

  /** Counts a request that is about to be sent. */
  public synchronized void spend(int weight, long nowMs) {
    allowances.forEach((window, allowance) -> allowance.spend(cost(window, weight), nowMs));
  }

  /**
   * Learns from an answer's headers, which also know what was spent before a restart and by others
   * with the key.
   */
  public synchronized void observe(Usage usage, long nowMs) {
    Allowance allowance = allowances.get(usage.window());
    if (allowance == null) {
      return;
    }
    // The venue counts all tasks together. Its count, divided, is a task's fair part of it.
    if (usage.used() >= 0) {
      allowance.raiseTo(usage.used() / tasks, nowMs);
    } else if (usage.remaining() >= 0) {
      allowance.raiseTo(allowance.units() - usage.remaining() / tasks, nowMs);
    }
  }

  /** Requests, or weight, left in the tightest window; {@link Long#MAX_VALUE} without limits. */
  public synchronized long left(long nowMs) {
    return allowances.values().stream().mapToLong(a -> a.left(nowMs)).min().orElse(Long.MAX_VALUE);
  }

  private static long cost(Usage.Window window, int weight) {
    return switch (window) {
      case WEIGHT_MINUTE, WEIGHT_DAY -> weight;
      case SECOND, MINUTE, DAY -> 1;
    };
  }
}
