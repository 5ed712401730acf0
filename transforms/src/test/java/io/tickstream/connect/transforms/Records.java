package io.tickstream.connect.transforms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Records to transform: one trade, as a Struct and as a Map, in a key or in a value. */
final class Records {
  static final String TOPIC = "trades";

  /** 2025-01-15T09:30:00.250Z, the record's timestamp. */
  static final long RECORD_TIME = 1_736_933_400_250L;

  /** 2025-01-15T09:30:00.000Z, the event's. */
  static final long EVENT_TIME = 1_736_933_400_000L;

  static final Schema META =
      SchemaBuilder.struct()
          .name("Meta")
          .optional()
          .field("venue", Schema.STRING_SCHEMA)
          .field("seen", Schema.OPTIONAL_INT64_SCHEMA)
          .build();

  static final Schema TRADE =
      SchemaBuilder.struct()
          .name("io.example.Trade")
          .version(3)
          .doc("one execution")
          .parameter("owner", "desk")
          .field("symbol", SchemaBuilder.string().doc("as the venue spells it").build())
          .field("event_time", Timestamp.SCHEMA)
          .field("price", Schema.FLOAT64_SCHEMA)
          .field("quantity", Schema.FLOAT64_SCHEMA)
          .field("price_text", Schema.OPTIONAL_STRING_SCHEMA)
          .field("currency", SchemaBuilder.string().optional().defaultValue("USD").build())
          .field("lot", SchemaBuilder.int32().defaultValue(100).build())
          .field("text_time", Schema.OPTIONAL_STRING_SCHEMA)
          .field("conditions", SchemaBuilder.array(Schema.STRING_SCHEMA).build())
          .field("meta", META)
          .build();

  private Records() {}

  static Struct trade() {
    return new Struct(TRADE)
        .put("symbol", "btc/usd")
        .put("event_time", new java.util.Date(EVENT_TIME))
        .put("price", 96_000.5)
        .put("quantity", 0.25)
        .put("price_text", "96000.50")
        .put("lot", 100)
        .put("text_time", "2025-01-15T09:30:00.000001Z")
        .put("conditions", List.of("@", "I"))
        .put("meta", new Struct(META).put("venue", "XNAS"));
  }

  /** The same content without a schema: nulls are entries, nothing is a default. */
  static Map<String, @Nullable Object> asMap(Struct struct) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (Field field : struct.schema().fields()) {
      Object value = struct.getWithoutDefault(field.name());
      map.put(field.name(), value instanceof Struct inner ? asMap(inner) : value);
    }
    return map;
  }

  /** A record with {@code content} on one side and a plain string on the other. */
  static SourceRecord record(Side side, @Nullable Schema schema, @Nullable Object content) {
    boolean key = side == Side.KEY;
    return new SourceRecord(
        Map.of("source", "test"),
        Map.of("offset", 7L),
        TOPIC,
        3,
        key ? schema : Schema.STRING_SCHEMA,
        key ? content : "other",
        key ? Schema.STRING_SCHEMA : schema,
        key ? "other" : content,
        RECORD_TIME);
  }

  static SourceRecord structRecord(Side side) {
    return record(side, TRADE, trade());
  }

  static SourceRecord mapRecord(Side side) {
    return record(side, null, asMap(trade()));
  }

  /** Options given as names and values in turn. */
  static Map<String, String> options(String... namesAndValues) {
    Map<String, String> options = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      options.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return options;
  }

  /** Options written {@code name=value;name=value}. */
  static Map<String, String> parsed(String options) {
    Map<String, String> parsed = new LinkedHashMap<>();
    for (String each : List.of(options.split(";", -1))) {
      int equals = each.indexOf('=');
      parsed.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return parsed;
  }

  /** What a transform makes of a record, null when it drops it. */
  static @Nullable SourceRecord applied(
      RecordTransform<SourceRecord> transform, Map<String, String> options, SourceRecord record) {
    try (transform) {
      transform.configure(options);
      return transform.apply(record);
    }
  }

  /** The value of a record that has no schema. */
  @SuppressWarnings("unchecked") // schemaless values in these tests have text keys
  static Map<String, @Nullable Object> fields(SourceRecord record) {
    return (Map<String, @Nullable Object>) record.value();
  }
}
