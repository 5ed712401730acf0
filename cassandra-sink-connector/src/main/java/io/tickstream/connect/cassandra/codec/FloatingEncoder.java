package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** double and float. Text may also be NaN, Infinity or -Infinity. */
final class FloatingEncoder extends ScalarEncoder {
  private final NumberInput input;
  private final boolean wide;

  private FloatingEncoder(NumberInput input, boolean wide) {
    super(wide ? DataTypes.DOUBLE : DataTypes.FLOAT);
    this.input = input;
    this.wide = wide;
  }

  static FloatingEncoder ofDouble(NumberInput input) {
    return new FloatingEncoder(input, true);
  }

  static FloatingEncoder ofFloat(NumberInput input) {
    return new FloatingEncoder(input, false);
  }

  @Override
  ByteBuffer convert(Object value) {
    if (wide) {
      double number = value instanceof Double known ? known : ExactNumbers.toDouble(number(value));
      return ByteBuffer.allocate(Double.BYTES).putDouble(0, number);
    }
    float number = value instanceof Float known ? known : ExactNumbers.toFloat(number(value));
    return ByteBuffer.allocate(Float.BYTES).putFloat(0, number);
  }

  private Number number(Object value) {
    Number special = value instanceof String text ? special(text) : null;
    return special == null ? input.toNumber(value, this) : special;
  }

  private static @Nullable Number special(String text) {
    return switch (text) {
      case "NaN" -> Float.NaN;
      case "Infinity" -> Float.POSITIVE_INFINITY;
      case "-Infinity" -> Float.NEGATIVE_INFINITY;
      default -> null;
    };
  }
}
