package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.table.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of one partition that go in one request. Guarded by the pipeline's lock until it is sent.
 */
public final class Batch {
  final Lane lane;
  final Lane.@Nullable Slot slot;
  final long openedNanos;
  private final List<Row> rows;
  private final List<Delivery> deliveries;
  private int bytes;
  private int attempts;
  private boolean sealed;
  private int rowsOfTurn;
  private long sentNanos;

  Batch(Lane lane, Lane.@Nullable Slot slot, long openedNanos, int expectedRows) {
    this.lane = lane;
    this.slot = slot;
    if (slot != null) {
      slot.joined();
    }
    this.openedNanos = openedNanos;
    this.rows = new ArrayList<>(expectedRows);
    this.deliveries = new ArrayList<>(expectedRows);
  }

  void add(Row row, Delivery delivery) {
    rows.add(row);
    deliveries.add(delivery);
    bytes += row.bytes();
  }

  /** Not to be changed. */
  public List<Row> rows() {
    return rows;
  }

  List<Delivery> deliveries() {
    return deliveries;
  }

  int bytes() {
    return bytes;
  }

  boolean isRepeatable() {
    for (Row row : rows) {
      if (!row.statement().nature().repeatable()) {
        return false;
      }
    }
    return true;
  }

  boolean isConditional() {
    return !rows.isEmpty() && rows.get(0).statement().nature().conditional();
  }

  /** Counts and returns the attempt that has failed; the first is 1. */
  int nextAttempt() {
    return ++attempts;
  }

  void seal() {
    sealed = true;
  }

  boolean isSealed() {
    return sealed;
  }

  int size() {
    return rows.size();
  }

  /** It is among those of its partition that are under way; returns how many rows that are. */
  int takeTurn() {
    rowsOfTurn = rows.size();
    return rowsOfTurn;
  }

  boolean hasTurn() {
    return rowsOfTurn > 0;
  }

  /** Returns what {@link #takeTurn} did, whatever became of the rows since. */
  int giveTurnBack() {
    int given = rowsOfTurn;
    rowsOfTurn = 0;
    return given;
  }

  void sentAt(long nanos) {
    sentNanos = nanos;
  }

  long sentNanos() {
    return sentNanos;
  }

  /** Forgets rows whose partition has been taken away; returns how many bytes that was. */
  int dropRevoked() {
    if (!hasRevoked()) {
      return 0;
    }
    int kept = 0;
    int dropped = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (deliveries.get(i).partition.isClosed()) {
        dropped += rows.get(i).bytes();
      } else {
        rows.set(kept, rows.get(i));
        deliveries.set(kept++, deliveries.get(i));
      }
    }
    rows.subList(kept, rows.size()).clear();
    deliveries.subList(kept, deliveries.size()).clear();
    bytes -= dropped;
    return dropped;
  }

  private boolean hasRevoked() {
    for (int i = 0; i < deliveries.size(); i++) {
      if (deliveries.get(i).partition.isClosed()) {
        return true;
      }
    }
    return false;
  }

  /** One batch per row. */
  List<Batch> split() {
    List<Batch> singles = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Batch single = new Batch(lane, slot, openedNanos, 1);
      single.add(rows.get(i), deliveries.get(i));
      single.seal();
      singles.add(single);
    }
    return singles;
  }
}
