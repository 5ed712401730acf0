package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BatchStatementBuilder;
import com.datastax.oss.driver.api.core.cql.BatchType;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.cql.Statement;
import io.tickstream.connect.cassandra.table.Row;
import io.tickstream.connect.cassandra.table.RowStatement;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;

/** Makes driver statements of rows and executes them. Thread-safe. */
public final class CqlRequests {
  private final SessionLease lease;
  private final int fullBatch;
  private final WholeBatches wholeBatches;

  /**
   * Sends over a session that need not be open yet.
   *
   * @param fullBatch the most rows in one batch
   */
  public CqlRequests(SessionLease lease, int fullBatch) {
    this.lease = lease;
    this.fullBatch = fullBatch;
    this.wholeBatches = new WholeBatches(fullBatch);
  }

  /**
   * Never blocks. The stage fails as the driver's does.
   *
   * @param rows of one partition, at least one
   */
  public CompletionStage<?> send(List<Row> rows) {
    // Rows exist only once their statements are prepared, so the session has been open since.
    CqlSession session = lease.session().join();
    return session.executeAsync(statement(rows, session));
  }

  private Statement<?> statement(List<Row> rows, CqlSession session) {
    RowStatement common = rows.get(0).statement();
    if (rows.size() == 1) {
      return single(rows.get(0), common);
    }
    if (rows.size() == fullBatch && isPlain(rows, common)) {
      PreparedStatement whole = wholeBatches.of(common, prepared(common), session);
      if (whole != null) {
        return whole(rows, common, whole);
      }
    }
    BatchType type = common.nature().counter() ? BatchType.COUNTER : BatchType.UNLOGGED;
    BatchStatementBuilder batch =
        new BatchStatementBuilder(type).setConsistencyLevel(common.consistency());
    for (Row row : rows) {
      batch.addStatement(bound(row).build());
    }
    return batch.build();
  }

  private static Statement<?> single(Row row, RowStatement statement) {
    BoundStatementBuilder single = bound(row).setConsistencyLevel(statement.consistency());
    if (!statement.nature().stamped() && row.writeTimeMicros() != Row.NO_WRITE_TIME) {
      single.setQueryTimestamp(row.writeTimeMicros());
    }
    return single.build();
  }

  private static Statement<?> whole(
      List<Row> rows, RowStatement common, PreparedStatement prepared) {
    BoundStatementBuilder whole =
        prepared.boundStatementBuilder().setConsistencyLevel(common.consistency());
    int first = 0;
    for (Row row : rows) {
      set(whole, first, row);
      first += row.size();
    }
    return whole.build();
  }

  /** Whether all rows have the same statement, and one that is not of counters. */
  @SuppressWarnings("ReferenceEquality") // Equal ones are of two preparations of the table.
  private static boolean isPlain(List<Row> rows, RowStatement common) {
    for (Row row : rows) {
      if (row.statement() != common) {
        return false;
      }
    }
    return !common.nature().counter();
  }

  private static BoundStatementBuilder bound(Row row) {
    BoundStatementBuilder builder = prepared(row.statement()).boundStatementBuilder();
    set(builder, 0, row);
    return builder;
  }

  /** Sets the row's variables, from an index on. */
  private static void set(BoundStatementBuilder builder, int first, Row row) {
    for (int i = 0; i < row.size(); i++) {
      ByteBuffer value = row.value(i);
      if (Row.isNull(value)) {
        builder.setBytesUnsafe(first + i, null);
      } else if (value != null) {
        builder.setBytesUnsafe(first + i, value);
      }
    }
  }

  private static PreparedStatement prepared(RowStatement statement) {
    return Objects.requireNonNull(statement.prepared());
  }
}
