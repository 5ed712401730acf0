package io.tickstream.connect.cassandra.codec;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;

/** The types a record can have, each with a schema and a plain value of it. */
@SuppressWarnings("ImmutableEnumChecker") // nobody changes the samples
public enum ConnectType {
  BOOLEAN("BOOLEAN", Schema.BOOLEAN_SCHEMA, true),
  INT8("INT8", Schema.INT8_SCHEMA, (byte) 7),
  INT16("INT16", Schema.INT16_SCHEMA, (short) 7),
  INT32("INT32", Schema.INT32_SCHEMA, 7),
  INT64("INT64", Schema.INT64_SCHEMA, 7L),
  FLOAT32("FLOAT32", Schema.FLOAT32_SCHEMA, 7f),
  FLOAT64("FLOAT64", Schema.FLOAT64_SCHEMA, 7d),
  STRING("STRING", Schema.STRING_SCHEMA, "a word"),
  BYTES("BYTES", Schema.BYTES_SCHEMA, ByteBuffer.wrap(new byte[] {1, 2, 3})),
  DECIMAL("Decimal", Decimal.schema(2), new BigDecimal("7.00")),
  DATE("Date", org.apache.kafka.connect.data.Date.SCHEMA, new Date(Duration.ofDays(7).toMillis())),
  TIME("Time", Time.SCHEMA, new Date(7)),
  TIMESTAMP("Timestamp", Timestamp.SCHEMA, new Date(7)),
  ARRAY("ARRAY", SchemaBuilder.array(Schema.BOOLEAN_SCHEMA).build(), List.of(true)),
  MAP(
      "MAP",
      SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.BOOLEAN_SCHEMA).build(),
      Map.of("yes", true)),
  STRUCT("STRUCT", Samples.SCHEMA, Samples.STRUCT);

  final String title;
  final Schema schema;
  final Object plain;

  ConnectType(String title, Schema schema, Object plain) {
    this.title = title;
    this.schema = schema;
    this.plain = plain;
  }

  private static final class Samples {
    private static final Schema SCHEMA =
        SchemaBuilder.struct()
            .field("yes", Schema.BOOLEAN_SCHEMA)
            .field("no", Schema.BOOLEAN_SCHEMA)
            .build();
    private static final Struct STRUCT = new Struct(SCHEMA).put("yes", true).put("no", false);
  }
}
