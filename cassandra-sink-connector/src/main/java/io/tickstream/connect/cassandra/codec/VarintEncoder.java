package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.math.BigInteger;
import java.nio.ByteBuffer;

final class VarintEncoder extends ScalarEncoder {
  private final NumberInput input;

  VarintEncoder(NumberInput input) {
    super(DataTypes.VARINT);
    this.input = input;
  }

  @Override
  ByteBuffer convert(Object value) {
    BigInteger whole = ExactNumbers.toBigInteger(input.toNumber(value, this));
    return ByteBuffer.wrap(whole.toByteArray());
  }
}
