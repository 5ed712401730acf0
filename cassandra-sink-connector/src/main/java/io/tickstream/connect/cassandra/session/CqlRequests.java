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

  public CqlRequests(SessionLease lease) {
    this.lease = lease;
  }

  /**
   * Never blocks. The stage fails as the driver's does.
   *
   * @param rows of one partition, at least one
   */
  public CompletionStage<?> send(List<Row> rows) {
    // Rows exist only once their statements are prepared, so the session has been open since.
    CqlSession session = lease.session().join();
    return session.executeAsync(statement(rows));
  }

  private static Statement<?> statement(List<Row> rows) {
    Row first = rows.get(0);
    RowStatement common = first.statement();
    if (rows.size() == 1) {
      BoundStatementBuilder single = bound(first).setConsistencyLevel(common.consistency());
      if (!common.nature().stamped() && first.writeTimeMicros() != Row.NO_WRITE_TIME) {
        single.setQueryTimestamp(first.writeTimeMicros());
      }
      return single.build();
    }
    BatchType type = common.nature().counter() ? BatchType.COUNTER : BatchType.UNLOGGED;
    BatchStatementBuilder batch =
        new BatchStatementBuilder(type).setConsistencyLevel(common.consistency());
    for (Row row : rows) {
      batch.addStatement(bound(row).build());
    }
    return batch.build();
  }

  private static BoundStatementBuilder bound(Row row) {
    PreparedStatement prepared = Objects.requireNonNull(row.statement().prepared());
    BoundStatementBuilder builder = prepared.boundStatementBuilder();
    for (int i = 0; i < row.size(); i++) {
      ByteBuffer value = row.value(i);
      if (Row.isNull(value)) {
        builder.setBytesUnsafe(i, null);
      } else if (value != null) {
        builder.setBytesUnsafe(i, value);
      }
    }
    return builder;
  }
}
