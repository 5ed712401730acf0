package io.tickstream.connect.stack.quickstart;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was read of a table.
 *
 * @param newest the latest event time in it; null where there is none
 * @param readAt when it was read
 */
record TableState(TableName name, long rows, @Nullable Instant newest, Instant readAt) {
  private static final Duration LIVE = Duration.ofHours(1);

  static TableState empty(TableName name) {
    return new TableState(name, 0, null, Instant.EPOCH);
  }

  /**
   * From the newest event to the moment when its row was read; null for history, where that means
   * nothing.
   */
  @Nullable Duration delay() {
    if (newest == null) {
      return null;
    }
    Duration delay = Duration.between(newest, readAt);
    return delay.compareTo(LIVE) < 0 ? delay : null;
  }
}
