package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Where encoders come from. */
public final class Encoders {

  private Encoders() {}

  /**
   * Never fails because of the schema: a pair that cannot be converted fails with its first value,
   * so that a column that only ever sees nulls is no problem.
   *
   * @param connectSchema of the values to come; null where they carry none
   */
  public static Encoder compile(
      DataType cqlType,
      @Nullable Schema connectSchema,
      CodecSettings settings,
      ProtocolVersion protocol) {
    return new EncoderCompiler(settings, protocol).compile(cqlType, connectSchema);
  }
}
