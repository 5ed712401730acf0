package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.table.Row;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows that have been mapped, on their way to the outbox: handed over many at a time, so that the
 * task's thread and the driver's do not meet at the lock for every row. Used by the task's thread
 * only.
 */
final class Mapped {
  private static final int FULL_ROWS = 64;

  /** Few rows of large values are handed over sooner, as room is looked at only then. */
  private static final int FULL_BYTES = 64 * 1024;

  private final List<Row> rows = new ArrayList<>(FULL_ROWS);
  private final List<Lane> lanes = new ArrayList<>(FULL_ROWS);
  private final List<Delivery> owners = new ArrayList<>(FULL_ROWS);
  private final List<Delivery> complete = new ArrayList<>(FULL_ROWS);
  private int bytes;

  /** Where a table's rows are added; {@link #claim} then says whose they are. */
  List<Row> rows() {
    return rows;
  }

  /** What has been added since the last call goes through the lane for the record. */
  void claim(Lane lane, Delivery delivery) {
    for (int i = owners.size(); i < rows.size(); i++) {
      lanes.add(lane);
      owners.add(delivery);
      bytes += rows.get(i).bytes();
    }
  }

  /** All rows of the record are known. */
  void completed(Delivery delivery) {
    complete.add(delivery);
  }

  boolean isFull() {
    return complete.size() >= FULL_ROWS || rows.size() >= FULL_ROWS || bytes >= FULL_BYTES;
  }

  /** Only with the pipeline's lock held. */
  void handTo(Outbox outbox, RecordWeight weight, long nowNanos) {
    weight.mapped(complete.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      outbox.add(lanes.get(i), rows.get(i), owners.get(i), nowNanos);
    }
    for (int i = 0; i < complete.size(); i++) {
      complete.get(i).stepDone();
    }
    rows.clear();
    lanes.clear();
    owners.clear();
    complete.clear();
    bytes = 0;
  }
}
