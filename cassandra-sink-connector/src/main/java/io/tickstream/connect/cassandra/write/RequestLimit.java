package io.tickstream.connect.cassandra.write;

import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

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

  /** What {@link #LEAST_ROOM} may hold on the heap, which large records must not fill. */
  static final int LEAST_ROOM_BYTES = 16 * 1024 * 1024;

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
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();

  public RequestLimit(int max) {
    this.max = max;
    this.limit = Math.min(max, FIRST);
  }

  synchronized void sharedBy(int tasks) {
    this.tasks = Math.max(1, tasks);
  }

  /**
   * Whether a task may take more rows when it has this many batches at hand: it has room for twice
   * the requests that may be under way, and while little is held for its part of {@link
   * #LEAST_ROOM}. The consumer hands over one Kafka partition after the other, so that only a deep
   * outbox has rows of many Cassandra partitions.
   *
   * @param bytes what the task holds on the heap until it is written
   */
  synchronized boolean hasRoom(long batches, long bytes) {
    return batches < 2L * limit
        || (batches < LEAST_ROOM / tasks && bytes < LEAST_ROOM_BYTES / tasks);
  }

  /**
   * @param whenFree run once, on a releasing thread, when this returned false and it is its turn
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
    synchronized (this) {
      underWay--;
      if (overloaded) {
        shrink(nowNanos, 0.5);
      } else if (latencyNanos >= 0) {
        answered(nowNanos, latencyNanos);
      }
    }
    for (Runnable next = nextInTurn(); next != null; next = nextInTurn()) {
      next.run();
    }
  }

  /** As long as permits are free: who finds none goes back to the end of the queue. */
  private synchronized @Nullable Runnable nextInTurn() {
    return underWay < limit ? waiting.poll() : null;
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
