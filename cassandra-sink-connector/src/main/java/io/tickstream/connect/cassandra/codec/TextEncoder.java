package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** text and ascii. What is no text becomes the text that JSON would show, without quotes. */
final class TextEncoder extends ScalarEncoder {
  private final TextForm form;
  private final boolean asciiOnly;

  TextEncoder(DataType cqlType, TextForm form) {
    super(cqlType);
    this.form = form;
    this.asciiOnly = cqlType.equals(DataTypes.ASCII);
  }

  @Override
  ByteBuffer convert(Object value) {
    String text = value instanceof String known ? known : form.of(value);
    if (text == null) {
      throw unsupported(value);
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      if (b < 0 && asciiOnly) {
        throw new ArithmeticException("a character outside of ASCII");
      }
      if (b == '?' && !isWellFormed(text)) {
        throw new ArithmeticException("half of a surrogate pair");
      }
    }
    return ByteBuffer.wrap(bytes);
  }

  /** Otherwise UTF-8 has a question mark for what it cannot encode. */
  private static boolean isWellFormed(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
