package io.tickstream.connect.stack.quickstart;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a table.
 *
 * @param newest the latest event time in it; null where there is none
 * @param seenAt when that was read first
 */
record TableState(TableName name, long rows, @Nullable Instant newest, Instant seenAt) {
  private static final Duration LIVE = Duration.ofHours(1);

  static TableState empty(TableName name) {
    return new TableState(name, 0, null, Instant.EPOCH);
  }

  /** What was read of it later. A newest row that stays the newest does not get later by that. */
  TableState then(long rowsNow, @Nullable Instant newestNow, Instant readAt) {
    boolean sameNewest = newestNow != null && newestNow.equals(newest);
    return new TableState(name, rowsNow, newestNow, sameNewest ? seenAt : readAt);
  }

  /**
   * From the newest event to the moment when its row was first read; null for history, where that
   * means nothing.
   */
  @Nullable Duration delay() {
    if (newest == null) {
      return null;
    }
    Duration delay = Duration.between(newest, seenAt);
    return delay.compareTo(LIVE) < 0 ? delay : null;
  }
}
