package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import java.nio.ByteBuffer;

/** tinyint, smallint, int, bigint and counter. */
final class IntegerEncoder extends ScalarEncoder {
  private final NumberInput input;
  private final int width;
  private final long min;
  private final long max;

  IntegerEncoder(DataType cqlType, NumberInput input, int width) {
    super(cqlType);
    this.input = input;
    this.width = width;
    this.min = Long.MIN_VALUE >> (Long.SIZE - width * Byte.SIZE);
    this.max = ~min;
  }

  @Override
  ByteBuffer convert(Object value) {
    long number = value instanceof Long known ? known : input.toLong(value, this);
    if (number < min || number > max) {
      throw ExactNumbers.outOfRange();
    }
    ByteBuffer bytes = ByteBuffer.allocate(width);
    switch (width) {
      case Byte.BYTES -> bytes.put(0, (byte) number);
      case Short.BYTES -> bytes.putShort(0, (short) number);
      case Integer.BYTES -> bytes.putInt(0, (int) number);
      default -> bytes.putLong(0, number);
    }
    return bytes;
  }
}
