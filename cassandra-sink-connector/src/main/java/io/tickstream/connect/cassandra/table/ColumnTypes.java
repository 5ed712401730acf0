package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.CqlTypes;
import io.tickstream.connect.cassandra.mapping.Accessor;
import io.tickstream.connect.cassandra.mapping.Accessors;
import io.tickstream.connect.cassandra.mapping.ColumnSource;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** What types the columns of a mapping would have, as far as a record tells. */
final class ColumnTypes {

  private ColumnTypes() {}

  /**
   * By column, in the mapping's order; without those of which none of the record's rows tells. A
   * record that gives no row tells nothing.
   *
   * @param selection of the same table, compiled for the record's schemas
   */
  static Map<String, DataType> of(
      TableSettings settings, SinkRecord record, RowSelection selection) {
    List<?> rows = selection.taken(record);
    if (rows.isEmpty()) {
      return Map.of();
    }
    List<Accessor> accessors =
        Accessors.compile(
            settings.mapping(),
            record.keySchema(),
            record.valueSchema(),
            selection.elementSchema());
    Map<String, DataType> types = new LinkedHashMap<>();
    for (int i = 0; i < accessors.size(); i++) {
      MappedColumn column = settings.mapping().columns().get(i);
      DataType type =
          column.isSpecial() ? null : type(column.source(), accessors.get(i), record, rows);
      if (type != null) {
        types.put(column.column(), type);
      }
    }
    return types;
  }

  private static @Nullable DataType type(
      ColumnSource source, Accessor accessor, SinkRecord record, List<?> rows) {
    if (source instanceof ColumnSource.Now) {
      return DataTypes.TIMEUUID;
    }
    for (Object element : rows) {
      DataType type = type(accessor, record, element);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  private static @Nullable DataType type(
      Accessor accessor, SinkRecord record, @Nullable Object element) {
    try {
      Object value = accessor.read(record, element);
      return CqlTypes.of(accessor.schema(), value == Accessor.MISSING ? null : value);
    } catch (ConversionException e) {
      return null;
    }
  }
}
