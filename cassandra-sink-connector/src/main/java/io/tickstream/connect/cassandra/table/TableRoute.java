package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns records into rows of one table. Schemas are told apart by identity, which is what
 * converters give; the binders of the last few are kept. Used by one thread at a time.
 */
public final class TableRoute {
  private static final int KEPT = 8;

  private final TableTarget target;
  private final CompiledRoute[] compiled = new CompiledRoute[KEPT];
  private int next;

  public TableRoute(TableTarget target) {
    this.target = target;
  }

  public TableTarget target() {
    return target;
  }

  /**
   * Whether statements are to be prepared anew: the table has changed, or is to be created now that
   * there is a row for it, or the record tells the type of a column that is mapped but not in the
   * table yet.
   *
   * @param wanted with all mapped columns
   */
  public boolean isOutgrownBy(TableSettings wanted, SinkRecord record) {
    if (target.hasChanged()) {
      return true;
    }
    if (record.value() == null) {
      return false;
    }
    return target.exists()
        ? target.lacksColumnsOf(wanted) && tellsOfAColumn(wanted, record)
        : givesARow(record);
  }

  private boolean tellsOfAColumn(TableSettings wanted, SinkRecord record) {
    return ColumnTypes.of(wanted, record, route(record).selection()).keySet().stream()
        .anyMatch(column -> target.layout().column(column) == null);
  }

  /** Whether at least one row comes of the record, whatever becomes of its others. */
  boolean givesARow(SinkRecord record) {
    List<Row> rows = new ArrayList<>();
    try {
      add(record, Row.NO_WRITE_TIME, rows);
    } catch (BindException e) {
      // Is told when rows are asked for.
    }
    return !rows.isEmpty();
  }

  /**
   * Adds the record's rows; none while there is no table, which is created for the first of them.
   *
   * @param writeTimeMicros {@link Row#NO_WRITE_TIME} for none
   * @throws BindException when the record does not fit; the rows that do are added
   */
  public void rows(SinkRecord record, long writeTimeMicros, List<Row> rows) {
    if (target.exists()) {
      add(record, writeTimeMicros, rows);
    } else if (record.value() != null) {
      // What will not fit any table is told of at once.
      add(record, writeTimeMicros, new ArrayList<>());
    }
  }

  private void add(SinkRecord record, long writeTimeMicros, List<Row> rows) {
    CompiledRoute route = route(record);
    List<?> elements = route.selection().elements(record);
    if (elements == null) {
      add(route, record, null, writeTimeMicros, rows);
      return;
    }
    BindException first = null;
    for (Object element : elements) {
      try {
        add(route, record, element, writeTimeMicros, rows);
      } catch (BindException e) {
        first = first == null ? e : first;
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private void add(
      CompiledRoute route,
      SinkRecord record,
      @Nullable Object element,
      long writeTimeMicros,
      List<Row> rows) {
    if (!route.selection().takes(record, element)) {
      return;
    }
    Row row = route.binder().bind(record, element, writeTimeMicros);
    if (row != null) {
      rows.add(row);
    }
  }

  private CompiledRoute route(SinkRecord record) {
    Schema keySchema = record.keySchema();
    Schema valueSchema = record.valueSchema();
    for (CompiledRoute route : compiled) {
      if (route == null) {
        break;
      }
      if (route.isFor(keySchema, valueSchema)) {
        return route;
      }
    }
    CompiledRoute route = compile(keySchema, valueSchema);
    compiled[next] = route;
    next = (next + 1) % KEPT;
    return route;
  }

  private CompiledRoute compile(@Nullable Schema keySchema, @Nullable Schema valueSchema) {
    RowSelection selection = new RowSelection(target.settings(), keySchema, valueSchema);
    return new CompiledRoute(
        keySchema,
        valueSchema,
        selection,
        target.binder(keySchema, valueSchema, selection.elementSchema()));
  }

  private record CompiledRoute(
      @Nullable Schema keySchema,
      @Nullable Schema valueSchema,
      RowSelection selection,
      RowBinder binder) {

    @SuppressWarnings("ReferenceEquality") // Comparing schemas for each record costs too much.
    boolean isFor(@Nullable Schema key, @Nullable Schema value) {
      return keySchema == key && valueSchema == value;
    }
  }
}
