package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** Addresses as text or as 4 or 16 bytes. Names are refused: nothing here may ask a name server. */
final class InetEncoder extends ScalarEncoder {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern V4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  InetEncoder() {
    super(DataTypes.INET);
  }

  @Override
  ByteBuffer convert(Object value) {
    if (value instanceof String text) {
      return ByteBuffer.wrap(parse(text));
    }
    if (value instanceof InetAddress address) {
      return ByteBuffer.wrap(address.getAddress());
    }
    ByteBuffer bytes =
        value instanceof byte[] array
            ? ByteBuffer.wrap(array)
            : value instanceof ByteBuffer buffer ? buffer.duplicate() : null;
    if (bytes == null) {
      throw unsupported(value);
    }
    if (bytes.remaining() != 4 && bytes.remaining() != 16) {
      throw new ArithmeticException("not of 4 or 16 bytes");
    }
    return bytes;
  }

  private static byte[] parse(String text) {
    if (V4.matcher(text).matches() || V6.matcher(text).matches()) {
      try {
        return InetAddress.getByName(text).getAddress();
      } catch (UnknownHostException e) {
        throw new ArithmeticException("the text is not an IP address");
      }
    }
    throw new ArithmeticException("the text is not an IP address");
  }
}
