package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.metadata.Metadata;
import com.datastax.oss.driver.api.core.metadata.schema.ColumnMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table.
 *
 * @param columns partition key first, then clustering columns, each in the key's order
 */
public record TableLayout(CqlIdentifier keyspace, CqlIdentifier table, List<Column> columns) {

  /** The place of a column in its table. */
  public enum Kind {
    PARTITION,
    CLUSTERING,
    STATIC,
    REGULAR;

    public boolean isKey() {
      return this == PARTITION || this == CLUSTERING;
    }
  }

  /** One column. */
  public record Column(CqlIdentifier name, DataType type, Kind kind) {}

  public TableLayout {
    columns = List.copyOf(columns);
  }

  public static TableLayout of(TableMetadata table) {
    List<Column> columns = new ArrayList<>();
    for (ColumnMetadata column : table.getPartitionKey()) {
      columns.add(new Column(column.getName(), column.getType(), Kind.PARTITION));
    }
    for (ColumnMetadata column : table.getClusteringColumns().keySet()) {
      columns.add(new Column(column.getName(), column.getType(), Kind.CLUSTERING));
    }
    for (ColumnMetadata column : table.getColumns().values()) {
      if (columns.stream().noneMatch(known -> known.name().equals(column.getName()))) {
        Kind kind = column.isStatic() ? Kind.STATIC : Kind.REGULAR;
        columns.add(new Column(column.getName(), column.getType(), kind));
      }
    }
    return new TableLayout(table.getKeyspace(), table.getName(), columns);
  }

  /** The table as the driver sees it; without columns while it does not exist. */
  static TableLayout in(Metadata metadata, CqlIdentifier keyspace, CqlIdentifier table) {
    return metadata
        .getKeyspace(keyspace)
        .flatMap(found -> found.getTable(table))
        .map(TableLayout::of)
        .orElseGet(() -> new TableLayout(keyspace, table, List.of()));
  }

  /** Whether there is such a table. */
  boolean exists() {
    return !columns.isEmpty();
  }

  public @Nullable Column column(String name) {
    for (Column column : columns) {
      if (column.name().asInternal().equals(name)) {
        return column;
      }
    }
    return null;
  }

  /** Whether its columns are counters, which can only be added to. */
  public boolean isCounter() {
    return columns.stream().anyMatch(column -> column.type().equals(DataTypes.COUNTER));
  }

  public String qualifiedName() {
    return keyspace.asCql(true) + '.' + table.asCql(true);
  }
}
