package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.settings.WriteSettings;
import io.tickstream.connect.cassandra.table.Nature;
import io.tickstream.connect.cassandra.table.Row;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Rows between the mapping and the wire: batches that still fill up, and batches ready to go.
 * Counts everything that has no outcome yet. Guarded by the pipeline's lock.
 */
final class Outbox {
  /** More partitions than this do not fill batches together. */
  private static final int MOST_FILLING = 2_048;

  private static final int BURST = 8;

  /**
   * While others are ready to go, or more records are at hand, an incomplete batch may fill up for
   * this much longer.
   */
  private static final long MOST_OVERDUE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final int maxRows;
  private final int maxBytes;
  private final long lingerNanos;
  private final ArrayDeque<Batch> filling = new ArrayDeque<>();
  private final ArrayDeque<Batch> ready = new ArrayDeque<>();
  private int batches;
  private int rows;
  private int open;
  private long bytes;
  private boolean unrepeatable;

  Outbox(WriteSettings settings) {
    this.maxRows = settings.maxRowsInBatch();
    this.maxBytes = settings.maxBytesInBatch();
    this.lingerNanos = settings.linger().toNanos();
  }

  void add(Lane lane, Row row, Delivery delivery, long nowNanos) {
    delivery.rowAdded();
    rows++;
    bytes += row.bytes();
    Nature nature = row.statement().nature();
    unrepeatable |= !nature.repeatable();
    Lane.Slot slot = lane.slot(row.partitionKey(), nature.conditional());
    if (slot == null || maxRows == 1 || !nature.batchable()) {
      Batch single = new Batch(lane, slot, nowNanos, 1);
      single.add(row, delivery);
      single.seal();
      ready.add(single);
      batches++;
      return;
    }
    Batch batch = slot.open();
    if (batch != null && batch.bytes() + row.bytes() > maxBytes) {
      seal(batch);
      batch = null;
    }
    if (batch == null) {
      batch = new Batch(lane, slot, nowNanos, lane.usualRows());
      slot.opened(batch);
      filling.add(batch);
      batches++;
      open++;
    }
    batch.add(row, delivery);
    if (batch.rows().size() >= maxRows) {
      seal(batch);
    }
    if (open > MOST_FILLING && hasFilling()) {
      seal(filling.remove());
    }
  }

  private void seal(Batch batch) {
    open--;
    batch.seal();
    batch.lane.sealed(batch);
    ready.add(batch);
  }

  /** Batches that have waited long enough for more rows become ready. */
  void sealDue(long nowNanos, boolean moreAtHand) {
    while (hasFilling() && nextDueNanos(moreAtHand) - nowNanos <= 0) {
      seal(filling.remove());
    }
  }

  void sealAll() {
    while (hasFilling()) {
      seal(filling.remove());
    }
  }

  boolean hasFilling() {
    while (!filling.isEmpty() && filling.peek().isSealed()) {
      filling.remove();
    }
    return !filling.isEmpty();
  }

  /**
   * When the oldest batch has waited long enough; only asked while {@link #hasFilling()}. Behind
   * others that are ready it could not go anyway, and records that are at hand fill it soon.
   */
  long nextDueNanos(boolean moreAtHand) {
    long patience = moreAtHand || hasReady() ? MOST_OVERDUE_NANOS : 0;
    return filling.element().openedNanos + lingerNanos + patience;
  }

  boolean hasReady() {
    return !ready.isEmpty();
  }

  /** Whether enough are ready to be worth a trip through the driver, which sends them together. */
  boolean hasBurst() {
    return ready.size() >= BURST;
  }

  /** The next batch to send, without the rows of revoked partitions. */
  @Nullable Batch take() {
    for (Batch batch = ready.poll(); batch != null; batch = ready.poll()) {
      int before = batch.size();
      bytes -= batch.dropRevoked();
      rows -= before - batch.size();
      if (batch.rows().isEmpty()) {
        finish(batch);
      } else if (batch.lane.mayGo(batch)) {
        return batch;
      }
    }
    return null;
  }

  void putBack(Batch batch) {
    ready.addFirst(batch);
  }

  /** A failed batch whose pause is over. */
  void retry(Batch batch) {
    ready.add(batch);
  }

  /** A batch becomes several, each to be sent by itself. */
  void split(Batch batch) {
    List<Batch> singles = batch.split();
    batches += singles.size() - 1;
    ready.addAll(singles);
    batch.lane.finished(batch, ready);
  }

  /** A batch has its outcome. */
  void finish(Batch batch) {
    batches--;
    rows -= batch.size();
    bytes -= batch.bytes();
    batch.lane.finished(batch, ready);
  }

  /** Batches without an outcome: filling, ready, under way, waiting to be sent again. */
  int batches() {
    return batches;
  }

  /** Those of them that take no more rows. */
  int sealed() {
    return batches - open;
  }

  /** Whether there have been rows that must not be written twice. */
  boolean hasHadUnrepeatable() {
    return unrepeatable;
  }

  /** Rows without an outcome. */
  int rows() {
    return rows;
  }

  /** Bytes of their values. */
  long bytes() {
    return bytes;
  }
}
