package io.tickstream.connect.cassandra.codec;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Turns a value of Kafka Connect into the bytes of one CQL type. May be used by any thread; the
 * buffer returned is the caller's.
 */
public interface Encoder {

  /**
   * Encodes one value.
   *
   * @param connectValue as Connect's converters give it; null gives null
   * @throws ConversionException when the type cannot hold exactly this value
   */
  @Nullable ByteBuffer encode(@Nullable Object connectValue);
}
