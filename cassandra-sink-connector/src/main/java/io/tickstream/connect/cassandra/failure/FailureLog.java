package io.tickstream.connect.cassandra.failure;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.MDC;

/**
 * Tells of failures that come in floods: at most one line in thirty seconds, with how many it
 * stands for. Thread-safe; lines carry the context of the task that made this.
 */
public final class FailureLog {
  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final String CONTEXT = "connector.context";

  private final Logger log;
  private final LongSupplier nanoTime;
  private final String context;
  private final AtomicLong unspoken = new AtomicLong();
  private final AtomicLong nextNanos;

  public FailureLog(Logger log, LongSupplier nanoTime) {
    this.log = log;
    this.nanoTime = nanoTime;
    this.context = Objects.requireNonNullElse(MDC.get(CONTEXT), "");
    this.nextNanos = new AtomicLong(nanoTime.getAsLong());
  }

  public void warn(String what, Throwable why) {
    unspoken.incrementAndGet();
    long now = nanoTime.getAsLong();
    long next = nextNanos.get();
    if (now - next < 0 || !nextNanos.compareAndSet(next, now + QUIET_NANOS)) {
      return;
    }
    long count = unspoken.getAndSet(0);
    String before = MDC.get(CONTEXT);
    MDC.put(CONTEXT, context);
    try {
      String times = count == 1 ? "" : " (%d times since last told)".formatted(count);
      log.warn("{}{}: {}", what, times, why.toString());
    } finally {
      if (before == null) {
        MDC.remove(CONTEXT);
      } else {
        MDC.put(CONTEXT, before);
      }
    }
  }
}
