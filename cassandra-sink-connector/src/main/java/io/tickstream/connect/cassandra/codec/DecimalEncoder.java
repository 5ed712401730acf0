package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.math.BigDecimal;
import java.nio.ByteBuffer;

/** The scale as four bytes, then the unscaled value. */
final class DecimalEncoder extends ScalarEncoder {
  private final NumberInput input;

  DecimalEncoder(NumberInput input) {
    super(DataTypes.DECIMAL);
    this.input = input;
  }

  @Override
  ByteBuffer convert(Object value) {
    BigDecimal decimal = ExactNumbers.toBigDecimal(input.toNumber(value, this));
    byte[] unscaled = decimal.unscaledValue().toByteArray();
    return ByteBuffer.allocate(Integer.BYTES + unscaled.length)
        .putInt(decimal.scale())
        .put(unscaled)
        .flip();
  }
}
