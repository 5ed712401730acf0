package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.data.CqlVector;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Every pair inside of a tuple, and of a list, a map, a vector and a set inside of that. */
final class NestedPairs {

  private NestedPairs() {}

  static List<Pair> of(List<Pair> pairs) {
    return pairs.stream()
        .filter(pair -> !pair.cqlType().equals(DataTypes.COUNTER))
        .map(NestedPairs::nested)
        .toList();
  }

  private static Pair nested(Pair pair) {
    DataType inner = pair.cqlType();
    boolean inSets = mayBeInSets(inner);
    List<DataType> parts =
        new ArrayList<>(
            List.of(
                inner,
                DataTypes.frozenListOf(inner),
                DataTypes.frozenMapOf(DataTypes.INT, inner),
                DataTypes.vectorOf(inner, 2)));
    Schema two = SchemaBuilder.array(pair.schema()).build();
    SchemaBuilder fields =
        SchemaBuilder.struct()
            .field("one", pair.schema())
            .field("list", two)
            .field("map", SchemaBuilder.map(Schema.INT32_SCHEMA, pair.schema()).build())
            .field("vector", two);
    if (inSets) {
      parts.add(DataTypes.frozenSetOf(inner));
      fields.field("set", two);
    }
    TupleType type = DataTypes.tupleOf(parts.toArray(DataType[]::new));
    Schema schema = fields.build();
    return new Pair(
        type,
        pair.connectType(),
        schema,
        "inside of tuple, list, map, vector" + (inSets ? " and set" : ""),
        struct(schema, pair.example(), pair.example()),
        pair.cases().list().ofSize(2).map(cases -> nested(type, schema, cases)));
  }

  /** Cassandra has no order for durations, and so no sets of them. */
  private static boolean mayBeInSets(DataType inner) {
    return !inner.asCql(true, true).contains("duration");
  }

  private static Case nested(TupleType type, Schema schema, List<Case> cases) {
    Case first = cases.get(0);
    Case second = cases.get(1);
    List<Object> both = List.of(first.stored(), second.stored());
    List<Object> parts =
        new ArrayList<>(
            List.of(first.stored(), both, Map.of(7, second.stored()), CqlVector.newInstance(both)));
    if (schema.field("set") != null) {
      parts.add(new LinkedHashSet<>(both));
    }
    return new Case(
        struct(schema, first.connectValue(), second.connectValue()),
        type.newValue(parts.toArray()));
  }

  private static Struct struct(Schema schema, Object first, Object second) {
    Struct struct =
        new Struct(schema)
            .put("one", first)
            .put("list", List.of(first, second))
            .put("map", Map.of(7, second))
            .put("vector", List.of(first, second));
    return schema.field("set") == null ? struct : struct.put("set", List.of(first, second));
  }
}
