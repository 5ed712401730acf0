package io.tickstream.connect.cassandra.table;

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
   * Adds the record's rows.
   *
   * @param writeTimeMicros {@link Row#NO_WRITE_TIME} for none
   * @throws BindException when the record does not fit; rows before the one at fault are added
   */
  public void rows(SinkRecord record, long writeTimeMicros, List<Row> rows) {
    Row row = route(record).binder().bind(record, null, writeTimeMicros);
    if (row != null) {
      rows.add(row);
    }
  }

  private CompiledRoute route(SinkRecord record) {
    for (CompiledRoute route : compiled) {
      if (route == null) {
        break;
      }
      if (route.keySchema() == record.keySchema() && route.valueSchema() == record.valueSchema()) {
        return route;
      }
    }
    CompiledRoute route =
        new CompiledRoute(
            record.keySchema(),
            record.valueSchema(),
            target.binder(record.keySchema(), record.valueSchema(), null));
    compiled[next] = route;
    next = (next + 1) % KEPT;
    return route;
  }

  private record CompiledRoute(
      @Nullable Schema keySchema, @Nullable Schema valueSchema, RowBinder binder) {}
}
