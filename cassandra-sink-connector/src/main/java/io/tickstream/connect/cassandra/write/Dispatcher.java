package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.DataError;
import io.tickstream.connect.cassandra.failure.Failure;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.failure.Failures;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches as permits allow and settles their outcomes. Runs on the task's thread, on the
 * driver's, and on the timer's; what they share is guarded by {@link Shared#lock}, which is never
 * held while a foreign method runs.
 */
final class Dispatcher {
  private final Shared shared;
  private final Outbox outbox;
  private final Requests requests;
  private final RequestLimit limit;
  private final Backoff backoff;
  private final Timer timer;
  private final LongSupplier nanoTime;
  private final SinkCounters counters;
  private final FailureLog log;
  private final Runnable woken = this::woken;

  // Guarded by the lock.
  private int underWay;
  private boolean waitingForPermit;
  private boolean timerSet;
  private long timerNanos;
  private boolean collecting;
  private boolean moreAtHand;
  private boolean stopped;

  Dispatcher(Shared shared, Outbox outbox, Requests requests, RequestLimit limit, Tools tools) {
    this.shared = shared;
    this.outbox = outbox;
    this.requests = requests;
    this.limit = limit;
    this.backoff = tools.backoff();
    this.timer = tools.timer();
    this.nanoTime = tools.nanoTime();
    this.counters = tools.counters();
    this.log = tools.log();
  }

  /** More rows are about to come: incomplete batches may wait for them. */
  void beginCollecting() {
    shared.run(() -> collecting = true);
  }

  /**
   * No more rows for now.
   *
   * @param more whether others are about to follow, for which incomplete batches wait longer; if
   *     not, they go at once when nothing else is under way
   */
  void endCollecting(boolean more) {
    pumpAfter(
        () -> {
          collecting = false;
          moreAtHand = more;
        });
  }

  /** No more rows for now; sends what is incomplete, too. */
  void flush() {
    pumpAfter(
        () -> {
          collecting = false;
          moreAtHand = false;
          outbox.sealAll();
        });
  }

  void stop() {
    shared.run(() -> stopped = true);
  }

  /** Sends what is ready, as far as permits go. Must not be called with the lock held. */
  void pump() {
    pumpAfter(() -> {});
  }

  /**
   * The same after something that may make more ready.
   *
   * @param change made with the lock held
   */
  private void pumpAfter(Runnable change) {
    try {
      List<Batch> going = new ArrayList<>();
      shared.run(
          () -> {
            change.run();
            collect(going);
          });
      going.forEach(this::send);
    } catch (Throwable t) {
      shared.fail(t);
    }
  }

  private void collect(List<Batch> going) {
    if (stopped || waitingForPermit) {
      return;
    }
    long now = nanoTime.getAsLong();
    while (true) {
      if (!outbox.hasReady() && underWay == 0 && !collecting && !moreAtHand) {
        outbox.sealAll();
      } else {
        outbox.sealDue(now, moreAtHand);
      }
      Batch batch = outbox.take();
      if (batch == null) {
        break;
      }
      if (!limit.tryAcquire(woken)) {
        outbox.putBack(batch);
        waitingForPermit = true;
        break;
      }
      underWay++;
      batch.sentAt(now);
      going.add(batch);
    }
    setTimer(now);
  }

  /** Some permit was given back, by this task or another. */
  private void woken() {
    pumpAfter(() -> waitingForPermit = false);
  }

  /** Also when it is set already, for later than is wanted now. */
  private void setTimer(long now) {
    if (waitingForPermit || !outbox.hasFilling()) {
      return;
    }
    long due = outbox.nextDueNanos(moreAtHand);
    if (!timerSet || due - timerNanos < 0) {
      timerSet = true;
      timerNanos = due;
      timer.schedule(() -> tick(due), Math.max(0, due - now));
    }
  }

  private void tick(long due) {
    pumpAfter(
        () -> {
          // If not, another was set for sooner, and is the one that counts.
          if (timerNanos == due) {
            timerSet = false;
          }
        });
  }

  private void send(Batch batch) {
    try {
      requests
          .send(batch)
          .whenComplete((ignored, error) -> Unnested.run(() -> completed(batch, error)));
    } catch (Throwable t) {
      Unnested.run(() -> completed(batch, t));
    }
  }

  private void completed(Batch batch, @Nullable Throwable error) {
    try {
      Failure failure = error == null ? null : Failures.classify(error, batch.isRepeatable());
      if (error != null && (failure == Failure.RETRIABLE || failure == Failure.OVERLOADED)) {
        log.warn("a write failed and will be sent again", Failures.unwrap(error));
      }
      long now = nanoTime.getAsLong();
      long latency = error == null ? now - batch.sentNanos() : -1;
      if (error == null) {
        counters.latency.record(latency);
      }
      boolean[] wakes = new boolean[1];
      try {
        shared.run(
            () -> {
              settle(batch, failure, error);
              wakes[0] = waitingForPermit;
            });
      } finally {
        limit.release(now, latency, failure == Failure.OVERLOADED);
      }
      // Whoever waits for a permit has been woken by then, or is about to be.
      if (!wakes[0]) {
        pump();
      }
    } catch (Throwable t) {
      shared.fail(t);
    }
  }

  private void settle(Batch batch, @Nullable Failure failure, @Nullable Throwable error) {
    underWay--;
    if (stopped) {
      return;
    }
    if (failure == null || error == null) {
      counters.batches.increment();
      counters.rows.add(batch.rows().size());
      batch.lane.counters.rows.add(batch.rows().size());
      acknowledgedLag(batch);
      batch.deliveries().forEach(Delivery::stepDone);
      outbox.finish(batch);
      return;
    }
    switch (failure) {
      case RETRIABLE, OVERLOADED -> retryLater(batch);
      case DATA -> {
        if (batch.rows().size() > 1) {
          outbox.split(batch);
        } else {
          report(batch, DataError.Origin.CASSANDRA, error);
        }
      }
      case UNKNOWN_OUTCOME -> report(batch, DataError.Origin.UNKNOWN_OUTCOME, error);
      case FATAL -> shared.fail(Failures.unwrap(error));
    }
  }

  private void acknowledgedLag(Batch batch) {
    Long recordTime = batch.deliveries().get(batch.rows().size() - 1).record().timestamp();
    if (recordTime != null) {
      counters.lag(System.currentTimeMillis() - recordTime);
    }
  }

  private void retryLater(Batch batch) {
    counters.retries.increment();
    batch.lane.counters.retries.increment();
    timer.schedule(
        () -> pumpAfter(() -> outbox.retry(batch)), backoff.pauseNanos(batch.nextAttempt()));
  }

  private void report(Batch batch, DataError.Origin origin, Throwable error) {
    batch.lane.counters.failed.add(batch.rows().size());
    for (int i = 0; i < batch.rows().size(); i++) {
      Delivery delivery = batch.deliveries().get(i);
      String what =
          origin == DataError.Origin.UNKNOWN_OUTCOME
              ? ": outcome unknown, it may or may not have been written: "
              : ": Cassandra refused it: ";
      String message =
          DataError.place(delivery.record())
              + ": table "
              + batch.rows().get(i).statement().table()
              + what
              + Failures.unwrap(error).getMessage();
      shared.report(delivery, new DataError(origin, message, error));
    }
    outbox.finish(batch);
  }
}
