package io.tickstream.connect.benchmarks.contest;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for the newest rows of one partition, again and again, and notes how old each is when it is
 * first seen. Rows may show up out of order: it looks back each time, mostly a little, so that
 * reading takes little of the machine. One that is later than that is noted by a longer look, a
 * moment after it could be read.
 */
final class RowWatch {

  private static final long PAUSE_MS = 1;

  /**
   * How far to look back, and every how many reads. The narrow one reaches beyond what is expected
   * of the 99th percentile, which a later look would add to.
   */
  private enum Look {
    WIDE(10_000, 2_000),
    MIDDLE(400, 10),
    NARROW(100, 1);

    private final long backMs;
    private final int every;

    Look(long backMs, int every) {
      this.backMs = backMs;
      this.every = every;
    }

    static Look at(int read) {
      for (Look look : values()) {
        if (read % look.every == 0) {
          return look;
        }
      }
      throw new AssertionError("every read is a narrow one");
    }
  }

  private final CqlSession session;
  private final PreparedStatement newest;
  private final String symbol;
  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<String> order = new ArrayDeque<>();
  private long newestMs = System.currentTimeMillis();

  RowWatch(CqlSession session, String table, String symbol) {
    this.session = session;
    this.symbol = symbol;
    this.newest =
        session.prepare(
            "SELECT event_time, trade_id FROM " + table + " WHERE symbol = ? AND event_time > ?");
  }

  /** Ages in milliseconds of the rows that first showed up within this time. */
  List<Double> watch(Duration duration) throws InterruptedException {
    List<Double> ages = new ArrayList<>();
    long until = System.nanoTime() + duration.toNanos();
    for (int read = 1; System.nanoTime() < until; read++) {
      Instant from = Instant.ofEpochMilli(newestMs - Look.at(read).backMs);
      var rows = session.execute(newest.bind(symbol, from)).all();
      long now = System.currentTimeMillis();
      for (Row row : rows) {
        Instant time = row.getInstant("event_time");
        if (time != null && isNew(row.getString("trade_id"))) {
          ages.add((double) (now - time.toEpochMilli()));
          newestMs = Math.max(newestMs, time.toEpochMilli());
        }
      }
      Thread.sleep(PAUSE_MS);
    }
    return ages;
  }

  private boolean isNew(@Nullable String id) {
    if (id == null || !seen.add(id)) {
      return false;
    }
    order.add(id);
    if (order.size() > 100_000) {
      seen.remove(order.remove());
    }
    return true;
  }
}
