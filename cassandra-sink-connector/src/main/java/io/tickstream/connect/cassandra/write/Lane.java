package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.metrics.TableCounters;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table on their way out: which batches can still take more, and how much of each
 * partition is under way. Lightweight transactions of a partition go one at a time. Other rows are
 * held back while as many of their partition are under way as make a batch, or twice as many as
 * long as little is under way altogether: Cassandra lets only one writer at a time change a
 * partition, so that more of them only cost it time that other partitions could have. Guarded by
 * the pipeline's lock.
 */
final class Lane {
  private static final int LEAST_ROWS_PER_PARTITION = 32;

  /** Fewer batches than this do not keep Cassandra busy. */
  private static final int FEW = 8;

  final TableCounters counters;
  private final int rowsPerPartition;
  private final Map<ByteBuffer, Batch> open = new HashMap<>();
  private final Map<ByteBuffer, Turns> busy = new HashMap<>();
  private int underWay;

  /** What of one partition is under way, and what waits for that. */
  private final class Turns {
    private final ArrayDeque<Batch> waiting = new ArrayDeque<>(2);
    private int rowsUnderWay;

    boolean hasRoomFor(Batch batch) {
      int room = underWay < FEW ? 2 * rowsPerPartition : rowsPerPartition;
      return rowsUnderWay == 0 || (!batch.isConditional() && rowsUnderWay + batch.size() <= room);
    }

    void go(Batch batch) {
      rowsUnderWay += batch.takeTurn();
      underWay++;
    }

    void back(Batch batch) {
      rowsUnderWay -= batch.giveTurnBack();
      underWay--;
    }
  }

  Lane(TableCounters counters, int maxRowsInBatch) {
    this.counters = counters;
    this.rowsPerPartition = Math.max(LEAST_ROWS_PER_PARTITION, maxRowsInBatch);
  }

  @Nullable Batch openBatch(ByteBuffer key) {
    return open.get(key);
  }

  void opened(ByteBuffer key, Batch batch) {
    open.put(key, batch);
  }

  void sealed(@Nullable ByteBuffer key) {
    open.remove(key);
  }

  /** Whether the batch may go; if not, it waits here until others of its partition are done. */
  boolean mayGo(Batch batch) {
    if (batch.hasTurn()) {
      return true;
    }
    ByteBuffer key = keyOf(batch);
    if (key == null) {
      return true;
    }
    Turns turns = busy.computeIfAbsent(key, idle -> new Turns());
    if (turns.waiting.isEmpty() && turns.hasRoomFor(batch)) {
      turns.go(batch);
      return true;
    }
    turns.waiting.add(batch);
    return false;
  }

  /** The batch has an outcome; the next of its partition that may go become ready. */
  void finished(Batch batch, ArrayDeque<Batch> ready) {
    ByteBuffer key = keyOf(batch);
    Turns turns = batch.hasTurn() ? busy.get(key) : null;
    if (turns == null) {
      return;
    }
    turns.back(batch);
    Batch next = turns.waiting.peek();
    while (next != null && turns.hasRoomFor(next)) {
      turns.go(turns.waiting.remove());
      ready.add(next);
      next = turns.waiting.peek();
    }
    if (turns.rowsUnderWay == 0) {
      busy.remove(key);
    }
  }

  /** Null when the partition is not known and does not matter. */
  private static @Nullable ByteBuffer keyOf(Batch batch) {
    return batch.key == null && batch.isConditional() ? ByteBuffer.allocate(0) : batch.key;
  }
}
