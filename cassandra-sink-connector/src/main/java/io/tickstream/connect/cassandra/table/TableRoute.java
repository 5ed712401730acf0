package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.mapping.Exploder;
import io.tickstream.connect.cassandra.mapping.RecordFilter;
import io.tickstream.connect.cassandra.mapping.RecordPredicate;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
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
   * Adds the record's rows.
   *
   * @param writeTimeMicros {@link Row#NO_WRITE_TIME} for none
   * @throws BindException when the record does not fit; the rows that do are added
   */
  public void rows(SinkRecord record, long writeTimeMicros, List<Row> rows) {
    if (!target.exists()) {
      return;
    }
    CompiledRoute route = route(record);
    Exploder.Elements elements = route.elements();
    if (elements == null || record.value() == null) {
      add(route, record, null, writeTimeMicros, rows);
      return;
    }
    BindException first = null;
    for (Object element : elements(elements, record)) {
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
    RecordPredicate filter = route.filter();
    if (filter != null && record.value() != null && !passes(filter, record, element)) {
      return;
    }
    Row row = route.binder().bind(record, element, writeTimeMicros);
    if (row != null) {
      rows.add(row);
    }
  }

  private boolean passes(RecordPredicate filter, SinkRecord record, @Nullable Object element) {
    try {
      return filter.test(record, element);
    } catch (DataException e) {
      throw new BindException(name() + " filter: " + e.getMessage());
    }
  }

  private List<?> elements(Exploder.Elements elements, SinkRecord record) {
    try {
      return elements.of(record);
    } catch (ConversionException e) {
      throw new BindException(name() + " explode: " + e.getMessage());
    }
  }

  private String name() {
    return "table " + target.settings().qualifiedName();
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
    Exploder explode = target.settings().explode();
    RecordFilter filter = target.settings().filter();
    Exploder.Elements elements = explode == null ? null : explode.compile(keySchema, valueSchema);
    Schema elementSchema = elements == null ? null : elements.schema();
    return new CompiledRoute(
        keySchema,
        valueSchema,
        elements,
        filter == null ? null : filter.compile(keySchema, valueSchema, elementSchema),
        target.binder(keySchema, valueSchema, elementSchema));
  }

  private record CompiledRoute(
      @Nullable Schema keySchema,
      @Nullable Schema valueSchema,
      Exploder.@Nullable Elements elements,
      @Nullable RecordPredicate filter,
      RowBinder binder) {

    @SuppressWarnings("ReferenceEquality") // Comparing schemas for each record costs too much.
    boolean isFor(@Nullable Schema key, @Nullable Schema value) {
      return keySchema == key && valueSchema == value;
    }
  }
}
