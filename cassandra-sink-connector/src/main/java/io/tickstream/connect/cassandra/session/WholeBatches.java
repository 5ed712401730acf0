package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import io.tickstream.connect.cassandra.failure.Failures;
import io.tickstream.connect.cassandra.table.RowStatement;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Full batches as one prepared statement each: the row's statement as often as a batch has rows.
 * Cassandra then takes the batch apart once, when it is prepared, instead of with every request,
 * which also gets shorter. What is prepared takes memory of the node that all its clients share, so
 * that only statements in constant use get one, and only so many of them. Thread-safe.
 */
final class WholeBatches {
  /** Full batches of a statement after which it counts as in constant use. */
  static final int CONSTANT_USE = 64;

  /** Of one batch. */
  static final int MOST_VARIABLES = 2_048;

  /** Of all batches of a task together. */
  static final int MOST_VARIABLES_OF_ALL = 4_096;

  private static final Logger LOG = LoggerFactory.getLogger(WholeBatches.class);

  private final int rows;

  /** By the statement of a single row, for as long as rows are bound to it; guards itself. */
  private final Map<PreparedStatement, Use> uses = new WeakHashMap<>();

  /** Guarded by the map. */
  private static final class Use {
    private int fullBatches;
    private int variables;
    private @Nullable PreparedStatement whole;
  }

  /**
   * Nothing is prepared yet.
   *
   * @param rows of a full batch
   */
  WholeBatches(int rows) {
    this.rows = rows;
  }

  /**
   * The statement of a full batch, or null where there is none, or none yet. Never blocks.
   *
   * @param single that of each of its rows, as the driver has it
   */
  @Nullable PreparedStatement of(
      RowStatement statement, PreparedStatement single, CqlSession session) {
    Use use;
    synchronized (uses) {
      use = uses.computeIfAbsent(single, key -> new Use());
      if (use.whole != null || ++use.fullBatches != CONSTANT_USE) {
        return use.whole;
      }
      int variables = rows * statement.variables().size();
      int all = uses.values().stream().mapToInt(other -> other.variables).sum();
      if (variables > MOST_VARIABLES || all + variables > MOST_VARIABLES_OF_ALL) {
        return null;
      }
      use.variables = variables;
    }
    String query = "BEGIN UNLOGGED BATCH " + (single.getQuery() + ";").repeat(rows) + "APPLY BATCH";
    session
        .prepareAsync(query)
        .whenComplete((whole, error) -> prepared(statement.table(), use, whole, error));
    return null;
  }

  private void prepared(
      String table, Use use, @Nullable PreparedStatement whole, @Nullable Throwable error) {
    synchronized (uses) {
      if (whole != null && whole.getVariableDefinitions().size() == use.variables) {
        use.whole = whole;
        return;
      }
      use.variables = 0;
      if (error != null && !(Failures.unwrap(error) instanceof QueryValidationException)) {
        // Whoever cannot be reached now may be later.
        use.fullBatches = 0;
      }
    }
    LOG.debug("no prepared batches for table {}; its rows go as single statements", table, error);
  }
}
