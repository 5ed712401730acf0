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
 * first seen. Rows may show up out of order: it looks back each time.
 */
final class RowWatch {

  private static final long PAUSE_MS = 1;
  private static final long LOOK_BACK_MS = 250;

  /** A row later than the usual look back is found by a wider one, some of the time. */
  private static final long WIDE_LOOK_BACK_MS = 10_000;

  private static final int WIDE_EVERY = 200;

  private final CqlSession session;
  private final PreparedStatement newest;
  private final String symbol;
  private final Set<String> seen = new HashSet<>();
  private final ArrayDeque<String> order = new ArrayDeque<>();

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
    for (int round = 1; System.nanoTime() < until; round++) {
      long back = round % WIDE_EVERY == 0 ? WIDE_LOOK_BACK_MS : LOOK_BACK_MS;
      Instant from = Instant.ofEpochMilli(System.currentTimeMillis() - back);
      var rows = session.execute(newest.bind(symbol, from)).all();
      long now = System.currentTimeMillis();
      for (Row row : rows) {
        Instant time = row.getInstant("event_time");
        if (time != null && isNew(row.getString("trade_id"))) {
          ages.add((double) (now - time.toEpochMilli()));
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
