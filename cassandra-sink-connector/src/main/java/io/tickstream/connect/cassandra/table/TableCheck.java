package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableKeys;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.table.TableLayout.Column;
import io.tickstream.connect.cassandra.table.TableLayout.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether a mapping and a table go together. */
public final class TableCheck {

  private TableCheck() {}

  /** What does not, in words; empty when all is well. A statement of the user's is not judged. */
  public static List<String> problems(TableSettings settings, TableLayout layout) {
    if (settings.query() != null) {
      return List.of();
    }
    List<String> problems = new ArrayList<>();
    unknownColumns(settings, layout, problems);
    uncoveredKey(settings, layout, problems);
    if (layout.isCounter()) {
      counters(settings, layout, problems);
    }
    return problems;
  }

  /** Whether a delete may be made of a record: only when no column is out of its sight. */
  public static boolean mapsAllColumns(TableSettings settings, TableLayout layout) {
    return layout.columns().stream().allMatch(column -> settings.maps(column.name().asInternal()));
  }

  private static void unknownColumns(
      TableSettings settings, TableLayout layout, List<String> problems) {
    List<String> unknown =
        settings.mapping().columns().stream()
            .filter(mapped -> !mapped.isSpecial())
            .map(MappedColumn::column)
            .filter(name -> layout.column(name) == null)
            .toList();
    if (!unknown.isEmpty()) {
      problems.add(
          "table "
              + layout.qualifiedName()
              + " has no column "
              + String.join(", ", unknown)
              + "; it has "
              + names(layout.columns()));
    }
  }

  private static void uncoveredKey(
      TableSettings settings, TableLayout layout, List<String> problems) {
    boolean onlyStatics =
        settings.mapping().columns().stream()
            .map(mapped -> layout.column(mapped.column()))
            .allMatch(
                column ->
                    column == null
                        || column.kind() == Kind.PARTITION
                        || column.kind() == Kind.STATIC);
    boolean hasStatics =
        settings.mapping().columns().stream()
            .map(mapped -> layout.column(mapped.column()))
            .anyMatch(column -> column != null && column.kind() == Kind.STATIC);
    List<Column> missing =
        layout.columns().stream()
            .filter(column -> column.kind().isKey() && !settings.maps(column.name().asInternal()))
            // Static columns belong to the partition: they can be written without a row's key.
            .filter(column -> column.kind() == Kind.PARTITION || !(onlyStatics && hasStatics))
            .toList();
    if (!missing.isEmpty()) {
      problems.add(
          "the primary key of "
              + layout.qualifiedName()
              + " is not covered: nothing is mapped to "
              + names(missing));
    }
  }

  private static void counters(TableSettings settings, TableLayout layout, List<String> problems) {
    if (settings.ttl() >= 0 || settings.maps(MappedColumn.TTL)) {
      problems.add(layout.qualifiedName() + " has counters, which cannot have a " + TableKeys.TTL);
    }
    if (settings.maps(MappedColumn.TIMESTAMP)) {
      problems.add(
          layout.qualifiedName() + " has counters, which cannot have a " + MappedColumn.TIMESTAMP);
    }
  }

  private static String names(List<Column> columns) {
    return columns.stream()
        .map(column -> column.name().asInternal())
        .collect(Collectors.joining(", "));
  }
}
