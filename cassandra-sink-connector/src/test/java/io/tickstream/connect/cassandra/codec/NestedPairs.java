package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.data.CqlVector;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Every pair inside of a tuple, and of a list, a map and a vector inside of that. */
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
    TupleType type =
        DataTypes.tupleOf(
            inner,
            DataTypes.frozenListOf(inner),
            DataTypes.frozenMapOf(DataTypes.INT, inner),
            DataTypes.vectorOf(inner, 2));
    Schema two = SchemaBuilder.array(pair.schema()).build();
    Schema schema =
        SchemaBuilder.struct()
            .field("one", pair.schema())
            .field("list", two)
            .field("map", SchemaBuilder.map(Schema.INT32_SCHEMA, pair.schema()).build())
            .field("vector", two)
            .build();
    return new Pair(
        type,
        pair.connectType(),
        schema,
        "inside of tuple, list, map and vector",
        struct(schema, pair.example(), pair.example()),
        pair.cases().list().ofSize(2).map(cases -> nested(type, schema, cases)));
  }

  private static Case nested(TupleType type, Schema schema, List<Case> cases) {
    Case first = cases.get(0);
    Case second = cases.get(1);
    return new Case(
        struct(schema, first.connectValue(), second.connectValue()),
        type.newValue(
            first.stored(),
            List.of(first.stored(), second.stored()),
            Map.of(7, second.stored()),
            CqlVector.newInstance(List.of(first.stored(), second.stored()))));
  }

  private static Struct struct(Schema schema, Object first, Object second) {
    return new Struct(schema)
        .put("one", first)
        .put("list", List.of(first, second))
        .put("map", Map.of(7, second))
        .put("vector", List.of(first, second));
  }
}
