package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.CqlTypes;
import io.tickstream.connect.cassandra.mapping.Accessor;
import io.tickstream.connect.cassandra.mapping.Accessors;
import io.tickstream.connect.cassandra.mapping.ColumnSource;
import io.tickstream.connect.cassandra.mapping.Exploder;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** What types the columns of a mapping would have, as far as a record tells. */
final class ColumnTypes {

  private ColumnTypes() {}

  /** By column, in the mapping's order; without those of which the record tells nothing. */
  static Map<String, DataType> of(TableSettings settings, SinkRecord record) {
    Schema elementSchema = null;
    Object element = null;
    Exploder explode = settings.explode();
    if (explode != null) {
      Exploder.Elements elements = explode.compile(record.keySchema(), record.valueSchema());
      elementSchema = elements.schema();
      List<?> found = elements.of(record);
      element = found.isEmpty() ? null : found.get(0);
    }
    List<Accessor> accessors =
        Accessors.compile(
            settings.mapping(), record.keySchema(), record.valueSchema(), elementSchema);
    Map<String, DataType> types = new LinkedHashMap<>();
    for (int i = 0; i < accessors.size(); i++) {
      MappedColumn column = settings.mapping().columns().get(i);
      DataType type =
          column.isSpecial() ? null : type(column.source(), accessors.get(i), record, element);
      if (type != null) {
        types.put(column.column(), type);
      }
    }
    return types;
  }

  private static @Nullable DataType type(
      ColumnSource source, Accessor accessor, SinkRecord record, @Nullable Object element) {
    if (source instanceof ColumnSource.Now) {
      return DataTypes.TIMEUUID;
    }
    try {
      Object value = accessor.read(record, element);
      return CqlTypes.of(accessor.schema(), value == Accessor.MISSING ? null : value);
    } catch (ConversionException e) {
      return null;
    }
  }
}
