package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.util.Locale;

/** Booleans, 1 and 0, and the usual pairs of words. */
final class BooleanEncoder extends ScalarEncoder {

  BooleanEncoder() {
    super(DataTypes.BOOLEAN);
  }

  @Override
  ByteBuffer convert(Object value) {
    return ByteBuffer.allocate(1).put(0, (byte) (truth(value) ? 1 : 0));
  }

  private boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    if (value instanceof Number number) {
      long bit = ExactNumbers.toLong(number);
      if (bit == 0 || bit == 1) {
        return bit == 1;
      }
      throw new ArithmeticException("neither 0 nor 1");
    }
    if (value instanceof String text) {
      return switch (text.toLowerCase(Locale.ROOT)) {
        case "true", "t", "yes", "y", "1" -> true;
        case "false", "f", "no", "n", "0" -> false;
        default ->
            throw new ArithmeticException(
                "the text is not one of true/false, t/f, yes/no, y/n, 1/0");
      };
    }
    throw unsupported(value);
  }
}
