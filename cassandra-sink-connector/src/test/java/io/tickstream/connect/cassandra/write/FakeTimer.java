package io.tickstream.connect.cassandra.write;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A clock and a timer that stand still until the test moves them; for one thread. */
final class FakeTimer implements Timer {

  private record Due(long nanos, Runnable action) {}

  final List<Long> delays = new ArrayList<>();
  private final List<Due> due = new ArrayList<>();
  private long nowNanos = 1;

  /** While the test waits for something, each look at the clock moves it on. */
  boolean waiting;

  synchronized long nanoTime() {
    if (waiting) {
      nowNanos += TimeUnit.MILLISECONDS.toNanos(250);
    }
    return nowNanos;
  }

  @Override
  public synchronized void schedule(Runnable action, long delayNanos) {
    delays.add(delayNanos);
    due.add(new Due(nowNanos + delayNanos, action));
  }

  synchronized void advanceMillis(long millis) {
    long until = nowNanos + TimeUnit.MILLISECONDS.toNanos(millis);
    while (true) {
      Due next =
          due.stream()
              .filter(each -> each.nanos() <= until)
              .min(Comparator.comparingLong(Due::nanos))
              .orElse(null);
      if (next == null) {
        break;
      }
      due.remove(next);
      nowNanos = Math.max(nowNanos, next.nanos());
      next.action().run();
    }
    nowNanos = until;
  }

  @Override
  public void close() {
    due.clear();
  }
}
