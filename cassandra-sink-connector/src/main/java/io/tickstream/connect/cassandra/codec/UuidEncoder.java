package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/** uuid and timeuuid, the latter of version 1 only. */
final class UuidEncoder extends ScalarEncoder {
  /** {@link UUID#fromString} also takes short groups and cuts long ones. */
  private static final Pattern CANONICAL =
      Pattern.compile("\\p{XDigit}{8}-(\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

  private static final int LENGTH = 16;

  private final boolean timeBased;

  UuidEncoder(DataType cqlType) {
    super(cqlType);
    this.timeBased = cqlType.equals(DataTypes.TIMEUUID);
  }

  @Override
  ByteBuffer convert(Object value) {
    UUID uuid = uuid(value);
    if (timeBased && uuid.version() != 1) {
      throw new ArithmeticException("not a UUID of version 1");
    }
    return ByteBuffer.allocate(LENGTH)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .flip();
  }

  private UUID uuid(Object value) {
    if (value instanceof UUID uuid) {
      return uuid;
    }
    if (value instanceof String text) {
      if (!CANONICAL.matcher(text).matches()) {
        throw new ArithmeticException("the text is not a UUID");
      }
      return UUID.fromString(text);
    }
    ByteBuffer bytes =
        value instanceof byte[] array
            ? ByteBuffer.wrap(array)
            : value instanceof ByteBuffer buffer ? buffer.duplicate() : null;
    if (bytes == null) {
      throw unsupported(value);
    }
    if (bytes.remaining() != LENGTH) {
      throw new ArithmeticException("not of 16 bytes");
    }
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
