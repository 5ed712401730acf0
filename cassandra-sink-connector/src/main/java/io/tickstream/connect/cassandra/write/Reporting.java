package io.tickstream.connect.cassandra.write;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * Hands records to the reporter and waits until it has them durably; only then they are done. Used
 * by the task's thread only.
 */
final class Reporting {

  private record Awaited(Delivery delivery, Future<Void> durable) {}

  private final Shared shared;
  private final ErrorReports reports;
  private final ArrayDeque<Awaited> awaited = new ArrayDeque<>();

  Reporting(Shared shared, ErrorReports reports) {
    this.shared = shared;
    this.reports = reports;
  }

  /**
   * Reports what is to be reported and finishes what has arrived by the deadline.
   *
   * @throws ConnectException when a record fails the task, or cannot be reported
   */
  void settle(long deadlineNanos, LongSupplier nanoTime) throws InterruptedException {
    for (Shared.Report next = shared.nextReport(); next != null; next = shared.nextReport()) {
      report(next);
    }
    while (!awaited.isEmpty()) {
      Awaited oldest = awaited.element();
      long left = Math.max(0, deadlineNanos - nanoTime.getAsLong());
      try {
        oldest.durable().get(left, TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        return;
      } catch (ExecutionException e) {
        throw new ConnectException("cannot write to the dead letter queue", e.getCause());
      }
      awaited.remove();
      shared.run(oldest.delivery()::stepDone);
    }
  }

  private void report(Shared.Report next) {
    Delivery delivery = next.delivery();
    if (delivery.partition.isClosed()) {
      return;
    }
    Future<Void> durable =
        delivery.markReported() ? reports.handle(delivery.record(), next.error()) : null;
    if (durable == null) {
      shared.run(delivery::stepDone);
    } else {
      awaited.add(new Awaited(delivery, durable));
    }
  }

  boolean isBusy() {
    return !awaited.isEmpty() || shared.hasReports();
  }

  void forgetClosed() {
    for (Iterator<Awaited> each = awaited.iterator(); each.hasNext(); ) {
      if (each.next().delivery().partition.isClosed()) {
        each.remove();
      }
    }
  }
}
