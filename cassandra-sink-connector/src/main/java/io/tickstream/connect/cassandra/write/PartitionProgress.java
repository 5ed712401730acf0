package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.table.Row;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * What of one partition is under way, and how far it may be committed. One object per assignment:
 * what an earlier assignment of the same partition still has under way counts for nothing here.
 *
 * <p>Write times. Records of one millisecond would overwrite each other at random, so the write
 * time is the record's, plus the distance of its offset to the first of that millisecond. For a
 * replay to give the same times, it must begin with such a first record: the committed offset does
 * not lie within a millisecond, except after {@link Silence}. Guarded by the pipeline's lock.
 */
final class PartitionProgress {
  /** Cassandra's write times have room for this many more within a millisecond. */
  private static final long LAST_OF_MILLISECOND = 999;

  private final ArrayDeque<Delivery> pending = new ArrayDeque<>();
  private final Tally held;
  private @Nullable Long runTimestamp;
  private long runStart = -1;
  private long lastArrivalNanos;
  private boolean closed;

  /**
   * Not yet seen any record.
   *
   * @param held counts what waits for its offset, here and in the task's other partitions
   */
  PartitionProgress(Tally held) {
    this.held = held;
  }

  Delivery accept(SinkRecord record, long nowNanos) {
    long offset = record.originalKafkaOffset();
    Long timestamp = record.timestamp();
    if (runStart < 0 || timestamp == null || !timestamp.equals(runTimestamp)) {
      runStart = offset;
      runTimestamp = timestamp;
    }
    lastArrivalNanos = nowNanos;
    long writeTime =
        timestamp == null
            ? Row.NO_WRITE_TIME
            : TimeUnit.MILLISECONDS.toMicros(timestamp)
                + Math.min(offset - runStart, LAST_OF_MILLISECOND);
    Delivery delivery = new Delivery(record, this, offset, runStart, writeTime);
    pending.add(delivery);
    held.add(1);
    return delivery;
  }

  /** Forgets what is done up to the oldest that is not. */
  void advance() {
    while (!pending.isEmpty() && pending.peek().isDone()) {
      pending.poll();
      held.add(-1);
    }
  }

  /**
   * The offset to commit.
   *
   * @param position what the framework has handed over up to; returned when nothing is unfinished,
   *     because only the framework knows of filtered records and transaction markers
   * @param completeNanos by the {@link Silence}: the newest millisecond of what came before is
   *     complete
   */
  long committable(long position, long completeNanos) {
    Delivery oldest = pending.peek();
    if (oldest != null) {
      return Math.min(position, oldest.runStart);
    }
    boolean settled = runStart < 0 || runTimestamp == null || completeNanos - lastArrivalNanos > 0;
    return settled ? position : Math.min(position, runStart);
  }

  void close() {
    closed = true;
    held.add(-pending.size());
    pending.clear();
  }

  boolean isClosed() {
    return closed;
  }
}
