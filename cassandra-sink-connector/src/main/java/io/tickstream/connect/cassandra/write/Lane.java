package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.metrics.TableCounters;
import io.tickstream.connect.cassandra.table.PartitionKey;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one topic on their way to one table: which batches can still take more, and how much
 * of each partition is under way. Lightweight transactions of a partition go one at a time. Other
 * rows are held back while as many of their partition are under way as make a batch, or twice as
 * many as long as little is under way altogether: Cassandra lets only one writer at a time change a
 * partition, so that more of them only cost it time that other partitions could have. Guarded by
 * the pipeline's lock.
 */
final class Lane {
  private static final int LEAST_ROWS_PER_PARTITION = 32;

  /** Fewer batches than this do not keep Cassandra busy. */
  private static final int FEW = 24;

  /** Of lightweight transactions whose partition is not known: they may all be of the same. */
  private static final PartitionKey ANY = new PartitionKey(ByteBuffer.allocate(0));

  final TableCounters counters;
  private final int rowsPerPartition;
  private final Map<PartitionKey, Slot> slots = new HashMap<>();
  private int underWay;
  private int usualRows = 1;

  /** One partition, as long as there are batches of it without an outcome. */
  final class Slot {
    private final PartitionKey key;
    private @Nullable Batch open;
    private @Nullable ArrayDeque<Batch> waiting;
    private int rowsUnderWay;
    private int batches;

    private Slot(PartitionKey key) {
      this.key = key;
    }

    /** There is one more batch of the partition. */
    void joined() {
      batches++;
    }

    @Nullable Batch open() {
      return open;
    }

    void opened(Batch batch) {
      open = batch;
    }

    private boolean hasRoomFor(Batch batch) {
      int room = underWay < FEW ? 2 * rowsPerPartition : rowsPerPartition;
      return rowsUnderWay == 0 || (!batch.isConditional() && rowsUnderWay + batch.size() <= room);
    }

    private boolean isWaitedFor() {
      return waiting != null && !waiting.isEmpty();
    }

    private void await(Batch batch) {
      if (waiting == null) {
        waiting = new ArrayDeque<>(2);
      }
      waiting.add(batch);
    }

    private void go(Batch batch) {
      rowsUnderWay += batch.takeTurn();
      underWay++;
    }

    private void back(Batch batch, ArrayDeque<Batch> ready) {
      rowsUnderWay -= batch.giveTurnBack();
      underWay--;
      if (waiting != null) {
        for (Batch next = waiting.peek(); next != null && hasRoomFor(next); next = waiting.peek()) {
          go(waiting.remove());
          ready.add(next);
        }
      }
    }
  }

  Lane(TableCounters counters, int maxRowsInBatch) {
    this.counters = counters;
    this.rowsPerPartition = Math.max(LEAST_ROWS_PER_PARTITION, maxRowsInBatch);
  }

  /**
   * The place of a row's partition, for a batch that is about to be made if it has none; null when
   * the partition is not known and does not matter.
   *
   * @param key null when it is not known
   */
  @Nullable Slot slot(@Nullable PartitionKey key, boolean conditional) {
    if (key == null && !conditional) {
      return null;
    }
    PartitionKey known = key == null ? ANY : key;
    Slot slot = slots.get(known);
    if (slot == null) {
      slot = new Slot(known);
      slots.put(known, slot);
    }
    return slot;
  }

  /** How many rows to make room for in a batch. */
  int usualRows() {
    return usualRows;
  }

  /** The open batch takes no more rows. */
  void sealed(Batch batch) {
    usualRows = batch.size();
    if (batch.slot != null) {
      batch.slot.open = null;
    }
  }

  /** Whether the batch may go; if not, it waits here until others of its partition are done. */
  boolean mayGo(Batch batch) {
    Slot slot = batch.slot;
    if (slot == null || batch.hasTurn()) {
      return true;
    }
    if (!slot.isWaitedFor() && slot.hasRoomFor(batch)) {
      slot.go(batch);
      return true;
    }
    slot.await(batch);
    return false;
  }

  /** The batch has an outcome; the next of its partition that may go become ready. */
  void finished(Batch batch, ArrayDeque<Batch> ready) {
    Slot slot = batch.slot;
    if (slot == null) {
      return;
    }
    if (batch.hasTurn()) {
      slot.back(batch, ready);
    }
    if (--slot.batches == 0) {
      slots.remove(slot.key);
    }
  }
}
