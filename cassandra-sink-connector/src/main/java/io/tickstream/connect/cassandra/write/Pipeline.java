package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.DataError;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.WriteSettings;
import io.tickstream.connect.cassandra.table.BindException;
import io.tickstream.connect.cassandra.table.TableRoute;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.jspecify.annotations.Nullable;

/**
 * Takes records in, sees them through to Cassandra or to the dead letter queue, and says how far
 * offsets may be committed: never past a record of which anything is still unfinished. All methods
 * are for the task's thread. After a restart, records from the committed offset on are written
 * again, with the same write times.
 */
public final class Pipeline {
  private static final long PUT_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long LONGEST_COMMIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Commits may take a fiftieth of the time: the full second at Connect's one a minute. */
  private static final int TIME_PER_COMMIT_TIME = 50;

  /** Records behind an unfinished one, of which little is kept. */
  private static final int MOST_HELD = 100_000;

  /** How soon Connect should call again while anything is unfinished. */
  private static final long BUSY_MS = 50;

  private final SinkTaskContext context;
  private final Shared shared = new Shared();
  private final Tools tools;
  private final LongSupplier nanoTime;
  private final Outbox outbox;
  private final Dispatcher dispatcher;
  private final RequestLimit limit;
  private final int maxBytes;
  private final Destinations destinations;
  private final Reporting reporting;
  private final Partitions partitions = new Partitions();
  private final Flow flow;
  private final ArrayDeque<Delivery> backlog = new ArrayDeque<>();
  private final Mapped mapped = new Mapped();
  private final RecordWeight weight = new RecordWeight();
  private final PollSizes pollSizes = new PollSizes();
  private final Silence silence;
  private long lastCommitNanos;

  public Pipeline(
      SinkSettings settings,
      SinkTaskContext context,
      Tables tables,
      Requests requests,
      RequestLimit limit,
      Tools tools) {
    WriteSettings write = settings.write();
    this.context = context;
    this.tools = tools;
    this.nanoTime = tools.nanoTime();
    this.limit = limit;
    this.maxBytes = write.maxBytesInFlight();
    this.outbox = new Outbox(write);
    this.dispatcher = new Dispatcher(shared, outbox, requests, limit, tools);
    this.destinations = new Destinations(settings, tables, shared, tools);
    this.reporting =
        new Reporting(
            shared,
            new ErrorReports(
                settings.errors(), context.errantRecordReporter(), tools.counters(), tools.log()));
    this.flow = new Flow(context);
    this.silence = new Silence(nanoTime.getAsLong());
    this.lastCommitNanos = nanoTime.getAsLong();
  }

  /** Looks for the tables without waiting for records. */
  public void start() {
    destinations.prepareEarly();
  }

  /**
   * Takes all records over; they are this pipeline's from now on.
   *
   * @throws ConnectException when something is wrong that only a person can repair; also when the
   *     records are not at fault
   */
  public void put(Collection<SinkRecord> records) {
    rethrow();
    boolean nothing = records.isEmpty() && backlog.isEmpty() && !flow.isHolding();
    if (nothing) {
      silence.heard(nanoTime.getAsLong());
    }
    try {
      accept(records);
      dispatcher.beginCollecting();
      drain(nanoTime.getAsLong() + PUT_NANOS);
      dispatcher.endCollecting(pollSizes.isCutOff(records.size()) && backlog.isEmpty());
      reporting.settle(nanoTime.getAsLong(), nanoTime);
      flow.update(!backlog.isEmpty(), partitions.assigned());
      if (isBusy()) {
        context.timeout(BUSY_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable t) {
      shared.fail(t);
    }
    if (!nothing) {
      silence.broken(nanoTime.getAsLong());
    }
    rethrow();
  }

  /** Never throws: what goes wrong is told by the next {@link #put}. */
  public Map<TopicPartition, OffsetAndMetadata> preCommit(
      Map<TopicPartition, OffsetAndMetadata> current) {
    long began = nanoTime.getAsLong();
    long completeNanos = silence.completeNanos(began - lastCommitNanos);
    try {
      long deadline = began + patienceNanos(began - lastCommitNanos);
      drain(deadline);
      dispatcher.flush();
      shared.await(() -> outbox.batches() == 0, deadline, nanoTime);
      reporting.settle(deadline, nanoTime);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Throwable t) {
      shared.fail(t);
    }
    lastCommitNanos = nanoTime.getAsLong();
    Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
    shared.run(() -> partitions.committable(current, completeNanos, committable));
    return committable;
  }

  /**
   * How long a commit waits for what is under way. Whether it is a periodic one or the last before
   * a partition leaves cannot be told: what is unfinished then is written again elsewhere, which
   * costs time, but does harm only where rows must not be repeated.
   */
  private long patienceNanos(long sinceLastNanos) {
    return outbox.hasHadUnrepeatable()
        ? LONGEST_COMMIT_NANOS
        : Math.min(LONGEST_COMMIT_NANOS, sinceLastNanos / TIME_PER_COMMIT_TIME);
  }

  public void open(Collection<TopicPartition> assigned) {
    shared.run(() -> partitions.open(assigned));
    flow.opened(assigned);
  }

  /** Forgets the partitions: acknowledgements that come later count for nothing. */
  public void close(Collection<TopicPartition> revoked) {
    shared.run(() -> partitions.close(revoked));
    backlog.removeIf(delivery -> delivery.partition.isClosed());
    reporting.forgetClosed();
    flow.forget(revoked);
  }

  /** Sends nothing more. Does not wait. */
  public void stop() {
    dispatcher.stop();
  }

  private void accept(Collection<SinkRecord> records) {
    if (records.isEmpty()) {
      return;
    }
    long now = nanoTime.getAsLong();
    tools.counters().records.add(records.size());
    shared.run(
        () -> {
          weight.look(records.iterator().next());
          for (SinkRecord record : records) {
            backlog.add(partitions.of(record).accept(record, now));
          }
        });
  }

  /** Maps what has been accepted, as far as there is room until the deadline. */
  private void drain(long deadlineNanos) throws InterruptedException {
    boolean room = false;
    while (!backlog.isEmpty() && shared.fatal() == null) {
      Delivery delivery = backlog.element();
      Destination @Nullable [] targets = targets(delivery);
      if (targets == null) {
        backlog.remove();
        continue;
      }
      Destinations.expireOutgrown(targets, delivery.record());
      if (!room || !Destinations.allReady(targets)) {
        handOver();
        Destinations.prepare(targets, delivery.record());
        dispatcher.pump();
        if (!awaitRoom(targets, deadlineNanos)) {
          return;
        }
      }
      backlog.remove();
      map(delivery, targets);
      room = !mapped.isFull() || handOver();
    }
    handOver();
  }

  /** Whether the next record can be mapped. As long as it cannot, no batch waits for its rows. */
  private boolean awaitRoom(Destination[] targets, long deadlineNanos) throws InterruptedException {
    BooleanSupplier free = () -> hasPlentyOfRoom() && Destinations.allReady(targets);
    if (shared.await(free, nanoTime.getAsLong(), nanoTime)) {
      return true;
    }
    dispatcher.endCollecting(false);
    boolean came = shared.await(free, deadlineNanos, nanoTime);
    dispatcher.beginCollecting();
    return came;
  }

  /** Only with the lock held. */
  private boolean hasRoom() {
    return hasRoomFor(outbox.sealed(), heldBytes());
  }

  /** So that not every single answer wakes the task's thread; only with the lock held. */
  private boolean hasPlentyOfRoom() {
    return hasRoomFor(withAThird(outbox.sealed()), withAThird(heldBytes()));
  }

  private boolean hasRoomFor(long batches, long bytes) {
    return limit.hasRoom(batches, bytes)
        && bytes < maxBytes
        && partitions.held() - backlog.size() < MOST_HELD;
  }

  private static long withAThird(long more) {
    return more + more / 3;
  }

  /** What rows on their way keep on the heap, with the records that they come from. */
  private long heldBytes() {
    return outbox.bytes() + weight.ofRows(outbox.rows());
  }

  /** Null when there are none, which has then been reported. */
  private Destination @Nullable [] targets(Delivery delivery) {
    try {
      return destinations.of(delivery.record());
    } catch (DataError e) {
      shared.report(delivery, e);
      return null;
    }
  }

  private void map(Delivery delivery, Destination[] targets) {
    for (Destination target : targets) {
      TableRoute route = target.route();
      if (route == null) {
        throw new IllegalStateException("a table was mapped to before it was ready");
      }
      BindException misfit = bind(route, delivery);
      mapped.claim(target.lane, delivery);
      if (misfit != null) {
        target.lane.counters.failed.increment();
        report(delivery, misfit);
      }
    }
    mapped.completed(delivery);
  }

  private @Nullable BindException bind(TableRoute route, Delivery delivery) {
    try {
      route.rows(delivery.record(), delivery.writeTimeMicros, mapped.rows());
      return null;
    } catch (BindException e) {
      return e;
    }
  }

  /** Returns whether there is room for more. */
  private boolean handOver() {
    long now = nanoTime.getAsLong();
    boolean room;
    boolean burst;
    shared.lock();
    try {
      mapped.handTo(outbox, weight, now);
      room = hasRoom();
      burst = outbox.hasBurst();
    } finally {
      shared.unlock();
    }
    if (burst) {
      dispatcher.pump();
    }
    return room;
  }

  private void report(Delivery delivery, BindException misfit) {
    shared.run(delivery::rowAdded);
    String message = DataError.place(delivery.record()) + ": " + misfit.getMessage();
    shared.report(delivery, new DataError(DataError.Origin.MAPPING, message, misfit));
  }

  private boolean isBusy() {
    shared.lock();
    try {
      return !backlog.isEmpty() || outbox.batches() > 0 || reporting.isBusy();
    } finally {
      shared.unlock();
    }
  }

  private void rethrow() {
    Throwable fatal = shared.fatal();
    if (fatal instanceof ConnectException connect) {
      throw connect;
    }
    if (fatal != null) {
      throw new ConnectException("cannot go on writing to Cassandra: " + fatal.getMessage(), fatal);
    }
  }
}
