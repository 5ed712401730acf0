package io.tickstream.connect.cassandra.write;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * An accepted record until everything of it is durable. Guarded by the pipeline's lock, except for
 * what is final.
 */
final class Delivery {
  final SinkRecord record;
  final PartitionProgress partition;
  final long offset;

  /** Offset of the first record of the same millisecond. */
  final long runStart;

  final long writeTimeMicros;

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

  void rowAdded() {
    unfinished++;
  }

  /** A row is durable, or its record with the reporter; or the mapping has found all rows. */
  void stepDone() {
    unfinished--;
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
