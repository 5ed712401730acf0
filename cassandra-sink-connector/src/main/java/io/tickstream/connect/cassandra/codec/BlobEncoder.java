package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Bytes as they are; text as hexadecimal after {@code 0x}, else as Base64. Also custom types. */
final class BlobEncoder extends ScalarEncoder {
  /** Base64, too, may begin with 0x. */
  private static final Pattern HEXADECIMAL = Pattern.compile("0[xX](\\p{XDigit}{2})*");

  BlobEncoder(DataType cqlType) {
    super(cqlType);
  }

  @Override
  ByteBuffer convert(Object value) {
    if (value instanceof ByteBuffer bytes) {
      return bytes.duplicate();
    }
    if (value instanceof byte[] bytes) {
      return ByteBuffer.wrap(bytes);
    }
    if (value instanceof String text) {
      return ByteBuffer.wrap(parse(text));
    }
    throw unsupported(value);
  }

  private static byte[] parse(String text) {
    try {
      return HEXADECIMAL.matcher(text).matches()
          ? HexFormat.of().parseHex(text, 2, text.length())
          : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw new ArithmeticException("the text is neither 0x and hexadecimal digits nor Base64");
    }
  }
}
