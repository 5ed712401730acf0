package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The CQL of one table's statements. Identifiers are quoted where needed, values only bound. */
final class StatementTexts {
  private final TableSettings settings;
  private final TableLayout layout;

  StatementTexts(TableSettings settings, TableLayout layout) {
    this.settings = settings;
    this.layout = layout;
  }

  String upsert() {
    return layout.isCounter() ? count() : insert();
  }

  private String insert() {
    List<CqlIdentifier> columns = mapped().toList();
    String names = columns.stream().map(name -> name.asCql(true)).collect(Collectors.joining(","));
    String markers = columns.stream().map(StatementTexts::marker).collect(Collectors.joining(","));
    return "INSERT INTO "
        + layout.qualifiedName()
        + "("
        + names
        + ") VALUES ("
        + markers
        + ") USING TIMESTAMP "
        + marker(CqlIdentifier.fromInternal(MappedColumn.TIMESTAMP))
        + timeToLive();
  }

  private String timeToLive() {
    if (settings.maps(MappedColumn.TTL)) {
      return " AND TTL " + marker(CqlIdentifier.fromInternal(MappedColumn.TTL));
    }
    return settings.ttl() < 0
        ? ""
        : " AND TTL " + TableSettings.ttlSeconds(settings.ttl(), settings.ttlUnit());
  }

  /** Counters know neither write time nor TTL. */
  private String count() {
    String sums =
        mapped()
            .filter(name -> !isKey(name))
            .map(name -> name.asCql(true) + "=" + name.asCql(true) + "+" + marker(name))
            .collect(Collectors.joining(","));
    return "UPDATE " + layout.qualifiedName() + " SET " + sums + where();
  }

  /** A whole row, or a whole partition where the mapping has no clustering columns. */
  String delete() {
    return "DELETE FROM "
        + layout.qualifiedName()
        + (layout.isCounter()
            ? ""
            : " USING TIMESTAMP " + marker(CqlIdentifier.fromInternal(MappedColumn.TIMESTAMP)))
        + where();
  }

  private String where() {
    return layout.columns().stream()
        .filter(column -> column.kind().isKey() && settings.maps(column.name().asInternal()))
        .map(column -> column.name().asCql(true) + "=" + marker(column.name()))
        .collect(Collectors.joining(" AND ", " WHERE ", ""));
  }

  private boolean isKey(CqlIdentifier name) {
    TableLayout.Column column = layout.column(name.asInternal());
    return column != null && column.kind().isKey();
  }

  private Stream<CqlIdentifier> mapped() {
    return settings.mapping().columns().stream()
        .filter(column -> !column.isSpecial())
        .map(column -> CqlIdentifier.fromInternal(column.column()));
  }

  /** Always quoted: the special names are no identifiers without. */
  private static String marker(CqlIdentifier name) {
    return ":" + name.asCql(false);
  }
}
