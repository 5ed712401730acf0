package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.data.CqlVector;
import com.datastax.oss.driver.api.core.data.TupleValue;
import com.datastax.oss.driver.api.core.data.UdtValue;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.internal.core.type.UserDefinedTypeBuilder;
import io.tickstream.connect.cassandra.codec.Pair.Case;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;

/** Collections, tuples, UDTs, vectors, and these inside of each other. */
final class CompositePairs {
  static final UserDefinedType LEVEL =
      new UserDefinedTypeBuilder(
              CqlIdentifier.fromInternal(Pairs.KEYSPACE), CqlIdentifier.fromInternal("level"))
          .withField(CqlIdentifier.fromInternal("side"), DataTypes.TEXT)
          .withField(CqlIdentifier.fromInternal("price"), DataTypes.DOUBLE)
          .withField(CqlIdentifier.fromInternal("Orders"), DataTypes.INT)
          .frozen()
          .build();
  private static final TupleType TUPLE = DataTypes.tupleOf(DataTypes.TEXT, DataTypes.DOUBLE);
  private static final Schema LEVEL_SCHEMA =
      SchemaBuilder.struct()
          .field("Orders", Schema.OPTIONAL_INT64_SCHEMA)
          .field("price", Schema.FLOAT64_SCHEMA)
          .field("side", Schema.STRING_SCHEMA)
          .build();
  private static final Schema POINT_SCHEMA =
      SchemaBuilder.struct()
          .field("what", Schema.STRING_SCHEMA)
          .field("much", Schema.OPTIONAL_FLOAT64_SCHEMA)
          .build();
  private static final Schema COUNTS_SCHEMA =
      SchemaBuilder.struct()
          .field("bids", Schema.INT32_SCHEMA)
          .field("asks", Schema.OPTIONAL_INT32_SCHEMA)
          .build();
  private static final String BY_NAME = "fields by name; missing ones null, extra ones ignored";
  private static final String JSON = "JSON in it";

  private CompositePairs() {}

  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    addSequences(pairs);
    addMaps(pairs);
    addTuples(pairs);
    addUdts(pairs);
    addVectors(pairs);
    addNested(pairs);
    return pairs;
  }

  private static Arbitrary<List<Integer>> numbers() {
    return Arbitraries.integers().list().ofMaxSize(20);
  }

  private static void addSequences(List<Pair> pairs) {
    DataType list = DataTypes.listOf(DataTypes.INT);
    DataType set = DataTypes.setOf(DataTypes.INT);
    Schema schema = SchemaBuilder.array(Schema.INT32_SCHEMA).build();
    List<Integer> example = List.of(3, 1, 3);
    add(
        pairs,
        list,
        ConnectType.ARRAY,
        schema,
        "element by element",
        example,
        numbers().map(l -> new Case(l, l)));
    add(
        pairs,
        list,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "[3, 1, 3]",
        numbers().map(l -> new Case(l.toString(), l)));
    add(
        pairs,
        set,
        ConnectType.ARRAY,
        schema,
        "element by element; repeated ones once",
        example,
        numbers().map(l -> new Case(l, new LinkedHashSet<>(l))));
    add(
        pairs,
        set,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "[3, 1, 3]",
        numbers().map(l -> new Case(l.toString(), new LinkedHashSet<>(l))));
  }

  private static void addMaps(List<Pair> pairs) {
    DataType type = DataTypes.mapOf(DataTypes.TEXT, DataTypes.INT);
    Arbitrary<Map<String, Integer>> maps =
        Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1), Arbitraries.integers())
            .ofMaxSize(10);
    add(
        pairs,
        type,
        ConnectType.MAP,
        SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build(),
        "entry by entry",
        Map.of("bids", 3),
        maps.map(m -> new Case(m, m)));
    add(
        pairs,
        type,
        ConnectType.STRUCT,
        COUNTS_SCHEMA,
        "field names as keys, null fields left out",
        new Struct(COUNTS_SCHEMA).put("bids", 3),
        Arbitraries.integers()
            .map(n -> new Case(new Struct(COUNTS_SCHEMA).put("bids", n), Map.of("bids", n))));
    add(
        pairs,
        type,
        ConnectType.ARRAY,
        SchemaBuilder.array(SchemaBuilder.array(Schema.STRING_SCHEMA).build()).build(),
        "pairs of key and value",
        List.of(List.of("bids", "3")),
        maps.map(
            m ->
                new Case(
                    m.entrySet().stream()
                        .map(e -> List.of(e.getKey(), e.getValue().toString()))
                        .toList(),
                    m)));
    add(
        pairs,
        type,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "{\"bids\": 3}",
        maps.map(m -> new Case(JsonText.write(m), m)));
  }

  private static void addTuples(List<Pair> pairs) {
    Arbitrary<String> words = Arbitraries.strings().alpha();
    add(
        pairs,
        TUPLE,
        ConnectType.ARRAY,
        SchemaBuilder.array(Schema.STRING_SCHEMA).build(),
        "by position, as many",
        List.of("close", "172.5"),
        Combinators.combine(words, Arbitraries.doubles())
            .as((w, d) -> new Case(List.of(w, d.toString()), tuple(w, d))));
    add(
        pairs,
        TUPLE,
        ConnectType.STRUCT,
        POINT_SCHEMA,
        "fields by position, as many",
        new Struct(POINT_SCHEMA).put("what", "close").put("much", 172.5),
        Combinators.combine(words, Arbitraries.doubles().injectNull(0.2))
            .as(
                (w, d) ->
                    new Case(new Struct(POINT_SCHEMA).put("what", w).put("much", d), tuple(w, d))));
    add(
        pairs,
        TUPLE,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "[\"close\", 172.5]",
        Combinators.combine(words, Arbitraries.integers())
            .as((w, n) -> new Case("[\"" + w + "\"," + n + "]", tuple(w, n.doubleValue()))));
  }

  private static void addUdts(List<Pair> pairs) {
    Arbitrary<Struct> levels = levels();
    Schema values = SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build();
    add(
        pairs,
        LEVEL,
        ConnectType.STRUCT,
        LEVEL_SCHEMA,
        BY_NAME,
        level("bid", 172.5, 3L),
        levels.map(s -> new Case(s, udt(s))));
    add(
        pairs,
        LEVEL,
        ConnectType.MAP,
        values,
        BY_NAME,
        new TreeMap<>(Map.of("side", "bid", "price", "172.5")),
        levels.map(
            s ->
                new Case(
                    fields(s).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString())),
                    udt(s))));
    add(
        pairs,
        LEVEL,
        ConnectType.ARRAY,
        SchemaBuilder.array(Schema.OPTIONAL_STRING_SCHEMA).build(),
        "by position, as many",
        List.of("bid", "172.5", "3"),
        levels.map(
            s -> {
              List<String> list = new ArrayList<>();
              list.add(s.getString("side"));
              list.add(s.getFloat64("price").toString());
              list.add(s.get("Orders") == null ? null : s.get("Orders").toString());
              return new Case(list, udt(s));
            }));
    add(
        pairs,
        LEVEL,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "{\"side\": \"bid\", \"price\": 172.5}",
        levels.map(s -> new Case(JsonText.write(s), udt(s))));
  }

  private static void addVectors(List<Pair> pairs) {
    DataType floats = DataTypes.vectorOf(DataTypes.FLOAT, 3);
    DataType words = DataTypes.vectorOf(DataTypes.TEXT, 2);
    Arbitrary<List<Float>> three = Arbitraries.floats().list().ofSize(3);
    Arbitrary<List<String>> two =
        Arbitraries.strings().withCharRange('a', 'z').ofMaxLength(300).list().ofSize(2);
    add(
        pairs,
        floats,
        ConnectType.ARRAY,
        SchemaBuilder.array(Schema.FLOAT32_SCHEMA).build(),
        "as many elements as dimensions",
        List.of(0.5f, 1f, -2f),
        three.map(l -> new Case(l, CqlVector.newInstance(l))));
    add(
        pairs,
        floats,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "[0.5, 1, -2]",
        three.map(l -> new Case(l.toString(), CqlVector.newInstance(l))));
    add(
        pairs,
        words,
        ConnectType.ARRAY,
        SchemaBuilder.array(Schema.STRING_SCHEMA).build(),
        "as many elements as dimensions",
        List.of("up", "down"),
        two.map(l -> new Case(l, CqlVector.newInstance(l))));
    add(
        pairs,
        words,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "[\"up\", \"down\"]",
        two.map(l -> new Case(JsonText.write(l), CqlVector.newInstance(l))));
  }

  private static void addNested(List<Pair> pairs) {
    DataType type = DataTypes.mapOf(DataTypes.TEXT, DataTypes.frozenListOf(LEVEL));
    Schema schema =
        SchemaBuilder.map(Schema.STRING_SCHEMA, SchemaBuilder.array(LEVEL_SCHEMA).build()).build();
    Arbitrary<Map<String, List<Struct>>> books =
        Arbitraries.maps(Arbitraries.strings().alpha().ofMinLength(1), levels().list().ofMaxSize(3))
            .ofMaxSize(3);
    add(
        pairs,
        type,
        ConnectType.MAP,
        schema,
        "entry by entry",
        Map.of("bids", List.of(level("bid", 172.5, 3L))),
        books.map(b -> new Case(b, stored(b))));
    add(
        pairs,
        type,
        ConnectType.STRING,
        Schema.STRING_SCHEMA,
        JSON,
        "{\"bids\": [{\"side\": \"bid\", \"price\": 172.5}]}",
        books.map(b -> new Case(JsonText.write(b), stored(b))));
  }

  private static Map<String, List<UdtValue>> stored(Map<String, List<Struct>> book) {
    Map<String, List<UdtValue>> stored = new LinkedHashMap<>();
    book.forEach((side, levels) -> stored.put(side, levels.stream().map(s -> udt(s)).toList()));
    return stored;
  }

  private static Arbitrary<Struct> levels() {
    return Combinators.combine(
            Arbitraries.strings().alpha(),
            Arbitraries.doubles(),
            Arbitraries.longs().between(0, 1_000).injectNull(0.3))
        .as(CompositePairs::level);
  }

  private static Struct level(String side, double price, Long orders) {
    return new Struct(LEVEL_SCHEMA).put("side", side).put("price", price).put("Orders", orders);
  }

  private static Map<String, Object> fields(Struct level) {
    Map<String, Object> fields = new LinkedHashMap<>();
    level.schema().fields().stream()
        .filter(field -> level.get(field) != null)
        .forEach(field -> fields.put(field.name(), level.get(field)));
    return fields;
  }

  private static UdtValue udt(Struct level) {
    Long orders = level.getInt64("Orders");
    return LEVEL.newValue(
        level.getString("side"),
        level.getFloat64("price"),
        orders == null ? null : orders.intValue());
  }

  private static TupleValue tuple(String what, Double much) {
    return TUPLE.newValue(what, much);
  }

  private static void add(
      List<Pair> pairs,
      DataType type,
      ConnectType from,
      Schema schema,
      String rule,
      Object example,
      Arbitrary<Case> cases) {
    pairs.add(new Pair(type, from, schema, rule, example, cases));
  }
}
