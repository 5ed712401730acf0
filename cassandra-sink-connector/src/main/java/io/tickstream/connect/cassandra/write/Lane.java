package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.metrics.TableCounters;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one table on their way out: which batches can still take more, and, for lightweight
 * transactions, which partitions have one under way. Guarded by the pipeline's lock.
 */
final class Lane {
  final TableCounters counters;
  private final Map<ByteBuffer, Batch> open = new HashMap<>();
  private final Map<ByteBuffer, ArrayDeque<Batch>> busy = new HashMap<>();

  Lane(TableCounters counters) {
    this.counters = counters;
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

  /** Whether the transaction may go; if not, it waits here for the one before it. */
  boolean mayGo(Batch batch) {
    if (batch.isCleared()) {
      return true;
    }
    ArrayDeque<Batch> waiting = busy.get(keyOf(batch));
    if (waiting != null) {
      waiting.add(batch);
      return false;
    }
    busy.put(keyOf(batch), new ArrayDeque<>(1));
    batch.clear();
    return true;
  }

  /** The transaction has an outcome; returns the next of its partition, which now may go. */
  @Nullable Batch finished(Batch batch) {
    if (!batch.isCleared()) {
      return null;
    }
    ArrayDeque<Batch> waiting = busy.get(keyOf(batch));
    Batch next = waiting == null ? null : waiting.poll();
    if (next == null) {
      busy.remove(keyOf(batch));
    } else {
      next.clear();
    }
    return next;
  }

  private static ByteBuffer keyOf(Batch batch) {
    return batch.key == null ? ByteBuffer.allocate(0) : batch.key;
  }
}
