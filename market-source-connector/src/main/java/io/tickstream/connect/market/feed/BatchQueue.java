package io.tickstream.connect.market.feed;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Batches between a feed's threads and the task's, bounded by events. It never drops: whoever
 * brings a batch waits, or is told that there was no room. Thread-safe.
 */
public final class BatchQueue {

  private final int maxEvents;
  private final Queue<Batch> batches = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition notEmpty = lock.newCondition();
  private final Condition notFull = lock.newCondition();
  private int events;
  private @Nullable ConnectException failure;

  public BatchQueue(int maxEvents) {
    this.maxEvents = maxEvents;
  }

  /**
   * Adds a batch as soon as there is room; one that is larger than the whole queue fits an empty
   * one.
   */
  public void put(Batch batch) throws InterruptedException {
    while (!offer(batch, Long.MAX_VALUE)) {
      // An offer without end only ends with room.
    }
  }

  /** Adds a batch if there is room within a time; false when there was not. */
  public boolean offer(Batch batch, long maxWaitMs) throws InterruptedException {
    if (batch.events().isEmpty()) {
      return true;
    }
    long left = TimeUnit.MILLISECONDS.toNanos(maxWaitMs);
    lock.lockInterruptibly();
    try {
      while (events > 0 && events + batch.events().size() > maxEvents) {
        if (left <= 0) {
          return false;
        }
        left = notFull.awaitNanos(left);
      }
      batches.add(batch);
      events += batch.events().size();
      notEmpty.signal();
      return true;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Takes the oldest batch.
   *
   * @return null when there was none within the time
   * @throws ConnectException what {@link #fail} was told, once everything before it is taken
   */
  public @Nullable Batch take(long maxWaitMs) throws InterruptedException {
    long left = TimeUnit.MILLISECONDS.toNanos(maxWaitMs);
    lock.lockInterruptibly();
    try {
      while (batches.isEmpty()) {
        if (failure != null) {
          throw failure;
        }
        if (left <= 0) {
          return null;
        }
        left = notEmpty.awaitNanos(left);
      }
      Batch batch = batches.remove();
      events -= batch.events().size();
      notFull.signalAll();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Ends the queue with an error for the task. */
  public void fail(ConnectException cause) {
    lock.lock();
    try {
      failure = cause;
      notEmpty.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Events waiting. */
  public int depth() {
    lock.lock();
    try {
      return events;
    } finally {
      lock.unlock();
    }
  }
}
