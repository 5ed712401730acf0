package io.tickstream.connect.cassandra.write;

import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A timer with a thread of its own. */
public final class TimerThread implements Timer {
  private final ScheduledThreadPoolExecutor executor;

  /** Starts its thread with the first action. */
  public TimerThread(String name) {
    executor =
        new ScheduledThreadPoolExecutor(
            1,
            runnable -> {
              Thread thread = new Thread(runnable, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // Actions report their own failures.
  public void schedule(Runnable action, long delayNanos) {
    try {
      executor.schedule(action, delayNanos, TimeUnit.NANOSECONDS);
    } catch (RejectedExecutionException e) {
      if (!executor.isShutdown()) {
        throw e;
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
