package io.tickstream.connect.expressions;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** What {@code is <kind>} asks for. A Struct and a Map are both objects. */
enum Kind {
  BOOLEAN,
  NUMBER,
  INTEGER,
  STRING,
  BYTES,
  TIMESTAMP,
  ARRAY,
  OBJECT;

  /** Whether {@code value} is of this kind; null is of none, and so is NaN. */
  boolean matches(@Nullable Object value) {
    return switch (this) {
      case BOOLEAN -> value instanceof Boolean;
      case NUMBER -> value instanceof Number number && !isNaN(number);
      case INTEGER ->
          value instanceof Long
              || value instanceof Integer
              || value instanceof Short
              || value instanceof Byte
              || value instanceof BigInteger;
      case STRING -> value instanceof String;
      case BYTES -> value instanceof byte[] || value instanceof ByteBuffer;
      case TIMESTAMP -> Times.isTime(value);
      case ARRAY -> value instanceof List;
      case OBJECT -> value instanceof Struct || value instanceof Map;
    };
  }

  /** What a value is, in words for an error message, which must not hold the value itself. */
  static String describe(@Nullable Object value) {
    if (value == null) {
      return "null";
    }
    return Arrays.stream(values())
        .filter(kind -> kind != INTEGER && kind.matches(value))
        .map(Kind::toString)
        .findFirst()
        .orElse(value instanceof Number ? "NaN" : "unknown");
  }

  static String names() {
    return Arrays.stream(values()).map(Kind::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean isNaN(Number number) {
    return number instanceof Double d ? d.isNaN() : number instanceof Float f && f.isNaN();
  }
}
