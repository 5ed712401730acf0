package io.tickstream.connect.market.limit;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * So many units in any stretch of time of a length. A bucket that refills steadily would let twice
 * as many through right after a pause, and the venue's own window may begin anywhere; this never
 * does. Not thread-safe.
 */
final class Allowance {

  /**
   * Spending is remembered in this many slots per window; a slot expires as a whole, late rather
   * than early.
   */
  private static final int SLOTS = 1000;

  private final long units;
  private final long windowMs;
  private final long slotMs;
  private final Deque<Slot> spent = new ArrayDeque<>();
  private long sum;

  private static final class Slot {
    private final long startMs;

    /** Until when what was spent in it counts. */
    private long endMs;

    private long units;

    Slot(long startMs) {
      this.startMs = startMs;
    }
  }

  Allowance(long units, long windowMs) {
    this.units = units;
    this.windowMs = windowMs;
    this.slotMs = Math.max(1, windowMs / SLOTS);
  }

  /** One task's share; there are never more tasks than units, see {@link Budget#mostTasks}. */
  static Allowance share(long units, long windowMs, int tasks) {
    return new Allowance(Math.max(1, units / tasks), windowMs);
  }

  /**
   * How long to wait before so many units may be spent; 0 when they may be now. More than there are
   * may be spent when nothing else counts any more.
   */
  long waitMs(long weight, long nowMs) {
    expire(nowMs);
    long over = sum + Math.min(weight, units) - units;
    for (Slot slot : spent) {
      if (over <= 0) {
        break;
      }
      over -= slot.units;
      if (over <= 0) {
        return slot.endMs - nowMs;
      }
    }
    return 0;
  }

  /** What costs more than there is in a window counts for as many windows as would pay for it. */
  void spend(long weight, long nowMs) {
    spend(weight, nowMs, weight > units ? windowMs * weight / units : windowMs);
  }

  private void spend(long weight, long nowMs, long countsMs) {
    if (weight <= 0) {
      return;
    }
    long start = nowMs - Math.floorMod(nowMs, slotMs);
    Slot last = spent.peekLast();
    if (last == null || last.startMs != start) {
      last = new Slot(start);
      spent.addLast(last);
    }
    last.units += weight;
    last.endMs = Math.max(last.endMs, start + slotMs + countsMs);
    sum += weight;
  }

  /** Takes over the venue's own count where that is higher, as after a restart. */
  void raiseTo(long used, long nowMs) {
    expire(nowMs);
    spend(used - sum, nowMs, windowMs);
  }

  long left(long nowMs) {
    expire(nowMs);
    return Math.max(0, units - sum);
  }

  long units() {
    return units;
  }

  private void expire(long nowMs) {
    while (!spent.isEmpty() && spent.getFirst().endMs <= nowMs) {
      sum -= spent.removeFirst().units;
    }
  }
}
