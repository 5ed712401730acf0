package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.DataType;
import io.tickstream.connect.cassandra.settings.PrimaryKey;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The CQL that creates what is missing. Names are quoted where needed. */
final class Definitions {

  private Definitions() {}

  static String keyspace(TableSettings settings) {
    return "CREATE KEYSPACE IF NOT EXISTS "
        + settings.keyspace().asCql(true)
        + " WITH replication = "
        + settings.creation().replication();
  }

  static String table(TableSettings settings, PrimaryKey key, Map<String, DataType> types) {
    String columns =
        types.entrySet().stream()
            .map(column -> quoted(column.getKey()) + ' ' + cql(column.getValue()))
            .collect(Collectors.joining(", "));
    String partition =
        key.partition().stream().map(Definitions::quoted).collect(Collectors.joining(", "));
    String clustering =
        key.clustering().stream()
            .map(column -> ", " + quoted(column.column()))
            .collect(Collectors.joining());
    return "CREATE TABLE IF NOT EXISTS "
        + settings.qualifiedName()
        + " ("
        + columns
        + ", PRIMARY KEY (("
        + partition
        + ")"
        + clustering
        + "))"
        + options(settings, key);
  }

  private static String options(TableSettings settings, PrimaryKey key) {
    List<String> options = new ArrayList<>();
    if (!key.clustering().isEmpty()) {
      options.add(
          key.clustering().stream()
              .map(column -> quoted(column.column()) + (column.descending() ? " DESC" : " ASC"))
              .collect(Collectors.joining(", ", "CLUSTERING ORDER BY (", ")")));
    }
    String given = settings.creation().options();
    if (given != null) {
      options.add(given);
    }
    return options.isEmpty() ? "" : " WITH " + String.join(" AND ", options);
  }

  static String column(TableSettings settings, String name, DataType type) {
    return "ALTER TABLE " + settings.qualifiedName() + " ADD " + quoted(name) + ' ' + cql(type);
  }

  private static String cql(DataType type) {
    return type.asCql(true, true);
  }

  private static String quoted(String name) {
    return CqlIdentifier.fromInternal(name).asCql(true);
  }
}
