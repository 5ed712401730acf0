package io.tickstream.connect.benchmarks.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/**
 * Turns a row into a Connect value, as Struct or as schemaless Map. The time is a plain INT64: not
 * every sink takes Connect's Timestamp.
 */
public final class RecordSchema {

  private final Rows rows;
  private final Schema schema;
  private final List<Field> extras = new ArrayList<>();

  /** The schema of these rows. */
  public RecordSchema(Rows rows) {
    this.rows = rows;
    SchemaBuilder builder =
        SchemaBuilder.struct()
            .name("io.tickstream.benchmarks.Tick")
            .field("symbol", Schema.STRING_SCHEMA)
            .field("ts", Schema.INT64_SCHEMA)
            .field("price", Schema.FLOAT64_SCHEMA)
            .field("volume", Schema.INT64_SCHEMA);
    for (int i = Rows.FIXED_COLUMNS + 1; i <= rows.columns(); i++) {
      builder.field("c" + i, Schema.FLOAT64_SCHEMA);
    }
    schema = builder.build();
    extras.addAll(schema.fields().subList(Rows.FIXED_COLUMNS, rows.columns()));
  }

  /** The row as a Struct. */
  public SchemaAndValue struct(long row) {
    Struct struct =
        new Struct(schema)
            .put("symbol", Rows.name(rows.symbol(row)))
            .put("ts", rows.ts(row))
            .put("price", rows.price(row))
            .put("volume", rows.volume(row));
    for (int i = 0; i < extras.size(); i++) {
      struct.put(extras.get(i), rows.extra(row, i));
    }
    return new SchemaAndValue(schema, struct);
  }

  /** The row as a Map, the way JsonConverter without schemas hands it to a sink. */
  public SchemaAndValue map(long row) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("symbol", Rows.name(rows.symbol(row)));
    map.put("ts", rows.ts(row));
    map.put("price", rows.price(row));
    map.put("volume", rows.volume(row));
    for (int i = 0; i < extras.size(); i++) {
      map.put(extras.get(i).name(), rows.extra(row, i));
    }
    return new SchemaAndValue(null, map);
  }
}
