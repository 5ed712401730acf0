package io.tickstream.connect.market.feed;

import org.jspecify.annotations.Nullable;

/**
 * Where a task's events come from. {@link #poll} is called by the task's thread only, {@link
 * #close} by the same thread; whatever else a feed does happens on threads of its own.
 */
public interface Feed extends AutoCloseable {

  /** Begins to work, without waiting for anything. */
  void start();

  /**
   * The next batch.
   *
   * @param maxWaitMs how long to wait for one
   * @return null when there was none
   * @throws org.apache.kafka.connect.errors.ConnectException when there will never be one again
   *     without a human
   */
  @Nullable Batch poll(long maxWaitMs) throws InterruptedException;

  /** Ends everything it has begun, within a second, whatever state it is in. */
  @Override
  void close();
}
