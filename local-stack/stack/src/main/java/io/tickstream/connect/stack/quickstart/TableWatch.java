package io.tickstream.connect.stack.quickstart;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.type.DataTypes;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts one table again and again. A count reads the whole table, so it takes no more than a fifth
 * of the time; between two counts the last one stands.
 */
final class TableWatch {
  private static final int SHARE = 5;

  private final CqlSession session;
  private TableState last;
  private long notBefore = System.nanoTime();

  TableWatch(CqlSession session, TableName name) {
    this.session = session;
    this.last = TableState.empty(name);
  }

  /** The last count, or a new one if that is due. */
  TableState look() {
    return System.nanoTime() - notBefore < 0 ? last : read();
  }

  /** A new count. */
  TableState read() {
    long begin = System.nanoTime();
    try {
      table().ifPresent(table -> last = count(table));
    } catch (DriverException e) {
      // Cassandra is busy or gone; the last count stands, and the servers are watched elsewhere.
      return last;
    } finally {
      long end = System.nanoTime();
      notBefore = end + (end - begin) * (SHARE - 1);
    }
    return last;
  }

  private TableState count(TableMetadata table) {
    String from = " FROM " + table.getKeyspace().asCql(true) + "." + table.getName().asCql(true);
    Optional<CqlIdentifier> time = eventTime(table);
    String newest = time.map(column -> ", max(" + column.asCql(true) + ")").orElse("");
    Row row = session.execute("SELECT count(*)" + newest + from).one();
    Instant readAt = Instant.now();
    if (row == null) {
      return TableState.empty(last.name());
    }
    return last.then(row.getLong(0), time.isPresent() ? row.getInstant(1) : null, readAt);
  }

  private Optional<TableMetadata> table() {
    return session
        .getMetadata()
        .getKeyspace(identifier(last.name().keyspace()))
        .flatMap(keyspace -> keyspace.getTable(identifier(last.name().table())));
  }

  /** The first timestamp among the clustering columns, else among all. */
  private static Optional<CqlIdentifier> eventTime(TableMetadata table) {
    return Stream.concat(
            table.getClusteringColumns().keySet().stream(), table.getColumns().values().stream())
        .filter(column -> column.getType().equals(DataTypes.TIMESTAMP))
        .map(ColumnMetadata::getName)
        .findFirst();
  }

  private static CqlIdentifier identifier(String name) {
    return name.startsWith("\"") ? CqlIdentifier.fromCql(name) : CqlIdentifier.fromInternal(name);
  }
}
