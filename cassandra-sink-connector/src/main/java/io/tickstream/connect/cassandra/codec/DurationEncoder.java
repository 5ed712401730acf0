package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.data.CqlDuration;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import java.nio.ByteBuffer;
import java.util.Objects;

/** Text in ISO's form ({@code P1DT2H}) or in CQL's ({@code 1d2h}). */
final class DurationEncoder extends ScalarEncoder {
  private final ProtocolVersion protocol;

  DurationEncoder(ProtocolVersion protocol) {
    super(DataTypes.DURATION);
    this.protocol = protocol;
  }

  @Override
  ByteBuffer convert(Object value) {
    if (value instanceof String text) {
      return bytes(parse(text));
    }
    if (value instanceof CqlDuration duration) {
      return bytes(duration);
    }
    throw unsupported(value);
  }

  private ByteBuffer bytes(CqlDuration duration) {
    return Objects.requireNonNull(TypeCodecs.DURATION.encode(duration, protocol));
  }

  private static CqlDuration parse(String text) {
    try {
      return CqlDuration.from(text);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ArithmeticException("the text is not a duration such as 1h30m or PT1H30M");
    }
  }
}
