package io.tickstream.connect.cassandra.codec;

import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Structs that converters wrap around a single value: Avro's unions of several branches, JSON
 * Schema's {@code oneOf}, Protobuf's {@code oneof} and wrapper messages, generalised unions.
 */
public final class SumTypes {
  private static final String GENERALISED = "org.apache.kafka.connect.data.Union";
  private static final String PROTOBUF_UNION = "io.confluent.connect.protobuf.Union";
  private static final Set<String> UNIONS =
      Set.of("io.confluent.connect.avro.Union", "io.confluent.connect.json.OneOf", PROTOBUF_UNION);
  private static final Set<String> WRAPPERS =
      Set.of(
          "google.protobuf.BoolValue",
          "google.protobuf.BytesValue",
          "google.protobuf.DoubleValue",
          "google.protobuf.FloatValue",
          "google.protobuf.Int32Value",
          "google.protobuf.Int64Value",
          "google.protobuf.StringValue",
          "google.protobuf.UInt32Value",
          "google.protobuf.UInt64Value");

  private SumTypes() {}

  /** Whether the schema says by its name or parameters that it is a wrapper around one value. */
  public static boolean isNamed(Schema schema) {
    if (schema.type() != Schema.Type.STRUCT) {
      return false;
    }
    if (schema.parameters() != null && schema.parameters().containsKey(GENERALISED)) {
      return true;
    }
    String name = schema.name();
    return name != null
        && (UNIONS.contains(name)
            || WRAPPERS.contains(name)
            || name.startsWith(PROTOBUF_UNION + ".")
            || name.startsWith("connect_union_"));
  }

  /** Whether it can be one by its fields: none of them is required, or it has just one. */
  static boolean isPossible(Schema schema) {
    return isNamed(schema)
        || (schema.type() == Schema.Type.STRUCT
            && (schema.fields().size() == 1
                || schema.fields().stream().allMatch(field -> field.schema().isOptional())));
  }

  /**
   * The field that holds the value; null when all are null.
   *
   * @throws ConversionException when several hold one
   */
  public static @Nullable Field branch(Struct struct) {
    Field found = null;
    for (Field field : struct.schema().fields()) {
      if (struct.get(field) != null) {
        if (found != null) {
          throw new ConversionException(
              "a Struct of which one field should hold the value has more: "
                  + found.name()
                  + " and "
                  + field.name());
        }
        found = field;
      }
    }
    return found;
  }
}
