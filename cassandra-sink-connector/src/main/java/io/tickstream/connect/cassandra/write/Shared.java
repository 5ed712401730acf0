package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.DataError;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What the task's thread and the threads that answer it share: one lock, the first fatal error, and
 * records to report, which only the task's thread may do.
 */
final class Shared {

  /** A record that has to be reported. */
  record Report(Delivery delivery, DataError error) {}

  /** Room that another task of the connector makes wakes nobody here. */
  private static final long LONGEST_WAIT_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ArrayDeque<Report> reports = new ArrayDeque<>();
  private @Nullable BooleanSupplier awaited;
  private volatile @Nullable Throwable fatal;

  /** For the task's thread, which nobody waits for; the way of every record. */
  void lock() {
    lock.lock();
  }

  void unlock() {
    lock.unlock();
  }

  /** Runs with the lock held and wakes the task's thread if what it waits for has come. */
  void run(Runnable action) {
    lock.lock();
    try {
      action.run();
      if (awaited != null && (fatal != null || awaited.getAsBoolean())) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The first one counts: what comes after is its consequence. */
  void fail(Throwable error) {
    run(
        () -> {
          if (fatal == null) {
            fatal = error;
          }
        });
  }

  @Nullable Throwable fatal() {
    return fatal;
  }

  void report(Delivery delivery, DataError error) {
    run(() -> reports.add(new Report(delivery, error)));
  }

  @Nullable Report nextReport() {
    lock.lock();
    try {
      return reports.poll();
    } finally {
      lock.unlock();
    }
  }

  boolean hasReports() {
    lock.lock();
    try {
      return !reports.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * For the task's thread. Waits until the condition holds, something is fatal, or the deadline has
   * passed.
   *
   * @return whether the condition holds
   */
  boolean await(BooleanSupplier condition, long deadlineNanos, LongSupplier nanoTime)
      throws InterruptedException {
    lock.lock();
    try {
      while (!condition.getAsBoolean()) {
        long left = deadlineNanos - nanoTime.getAsLong();
        if (left <= 0 || fatal != null) {
          return false;
        }
        awaited = condition;
        changed.awaitNanos(Math.min(left, LONGEST_WAIT_NANOS));
      }
      return true;
    } finally {
      awaited = null;
      lock.unlock();
    }
  }
}
