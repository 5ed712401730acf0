package io.tickstream.connect.cassandra.write;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How many requests may be under way at once, for all tasks of a connector on this worker. Grows
 * while latency holds to its own floor, shrinks when Cassandra reports overload or latency rises
 * well above that floor. The floor is the lowest of the last seconds: a cluster that is slow but
 * steady is not overloaded. Thread-safe.
 */
public final class RequestLimit {
  private static final int SMALLEST = 4;
  private static final int FIRST = 32;

  /** Batches of all tasks that find room however few requests may be under way. */
  static final int LEAST_ROOM = 512;

  /** What a task's part of {@link #LEAST_ROOM} may hold: wide rows must not fill the heap. */
  private static final int LEAST_ROOM_BYTES = 2 * 1024 * 1024;

  private static final long SHRINK_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
  private static final long TOLERANCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final int max;
  private final LatencyFloor floor = new LatencyFloor();
  private int limit;
  private int underWay;
  private int tasks = 1;
  private boolean slowStart = true;
  private boolean wasFull;
  private int answers;
  private long answersNanos;
  private long lastShrinkNanos;
  private List<Runnable> waiting = new ArrayList<>();

  public RequestLimit(int max) {
    this.max = max;
    this.limit = Math.min(max, FIRST);
  }

  synchronized void sharedBy(int tasks) {
    this.tasks = Math.max(1, tasks);
  }

  /**
   * How many batches a task may keep at hand: twice the requests that may be under way, and while
   * they are small at least its part of {@link #LEAST_ROOM}. The consumer hands over one Kafka
   * partition after the other, so that only a deep outbox has rows of many Cassandra partitions.
   *
   * @param bytes what the task's batches hold
   */
  synchronized int room(long bytes) {
    int least = bytes < LEAST_ROOM_BYTES ? LEAST_ROOM / tasks : 0;
    return Math.max(least, 2 * limit);
  }

  /**
   * @param whenFree run once, on the releasing thread, when this returned false
   */
  synchronized boolean tryAcquire(Runnable whenFree) {
    if (underWay < limit) {
      underWay++;
      return true;
    }
    wasFull = true;
    waiting.add(whenFree);
    return false;
  }

  /**
   * A request has its answer, good or bad.
   *
   * @param latencyNanos negative when the answer tells nothing about how fast Cassandra is
   */
  void release(long nowNanos, long latencyNanos, boolean overloaded) {
    List<Runnable> woken;
    synchronized (this) {
      underWay--;
      if (overloaded) {
        shrink(nowNanos, 0.5);
      } else if (latencyNanos >= 0) {
        answered(nowNanos, latencyNanos);
      }
      woken = waiting.isEmpty() ? List.of() : waiting;
      if (!woken.isEmpty()) {
        waiting = new ArrayList<>();
      }
    }
    woken.forEach(Runnable::run);
  }

  public synchronized int current() {
    return limit;
  }

  public synchronized int underWay() {
    return underWay;
  }

  private void answered(long nowNanos, long latencyNanos) {
    answers++;
    answersNanos += latencyNanos;
    if (answers < limit) {
      return;
    }
    long mean = answersNanos / answers;
    answers = 0;
    answersNanos = 0;
    long lowest = floor.update(nowNanos, mean);
    if (mean <= 2 * lowest + TOLERANCE_NANOS) {
      if (wasFull) {
        limit = Math.min(max, slowStart ? 2 * limit : limit + Math.max(1, limit / 8));
      }
    } else if (mean > 4 * lowest + TOLERANCE_NANOS) {
      shrink(nowNanos, 0.9);
    }
    wasFull = false;
  }

  /** Not more than once for the answers to one burst. */
  private void shrink(long nowNanos, double factor) {
    slowStart = false;
    if (lastShrinkNanos == 0 || nowNanos - lastShrinkNanos >= SHRINK_PAUSE_NANOS) {
      lastShrinkNanos = nowNanos;
      limit = Math.min(max, Math.max(SMALLEST, (int) (limit * factor)));
    }
  }
}
