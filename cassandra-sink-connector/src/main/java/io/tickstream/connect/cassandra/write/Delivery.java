package io.tickstream.connect.cassandra.write;

import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * An accepted record until everything of it is durable. Guarded by the pipeline's lock, except for
 * what is final, and for the record, which does not change before that.
 */
final class Delivery {
  final PartitionProgress partition;
  final long offset;

  /** Offset of the first record of the same millisecond. */
  final long runStart;

  final long writeTimeMicros;

  /** Given up when done: an older record may keep this delivery waiting for long. */
  private @Nullable SinkRecord record;

  /** Rows not yet acknowledged, and one more until all of them are known. */
  private int unfinished = 1;

  private boolean reported;

  Delivery(
      SinkRecord record,
      PartitionProgress partition,
      long offset,
      long runStart,
      long writeTimeMicros) {
    this.record = record;
    this.partition = partition;
    this.offset = offset;
    this.runStart = runStart;
    this.writeTimeMicros = writeTimeMicros;
  }

  /** The record; not to be asked for once everything of it is durable. */
  SinkRecord record() {
    SinkRecord unfinishedRecord = record;
    if (unfinishedRecord == null) {
      throw new IllegalStateException("offset " + offset + " is done already");
    }
    return unfinishedRecord;
  }

  void rowAdded() {
    unfinished++;
  }

  /** A row is durable, or its record with the reporter; or the mapping has found all rows. */
  void stepDone() {
    if (--unfinished == 0) {
      record = null;
      partition.advance();
    }
  }

  boolean isDone() {
    return unfinished == 0;
  }

  /** True the first time: a record is reported once, however many of its rows fail. */
  boolean markReported() {
    boolean first = !reported;
    reported = true;
    return first;
  }
}
