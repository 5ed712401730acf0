package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** What every encoder of a single value shares: nulls, and errors that name type and class. */
abstract class ScalarEncoder implements Encoder {
  final DataType cqlType;

  ScalarEncoder(DataType cqlType) {
    this.cqlType = cqlType;
  }

  @Override
  public final @Nullable ByteBuffer encode(@Nullable Object value) {
    if (value == null) {
      return null;
    }
    try {
      return convert(value);
    } catch (ArithmeticException e) {
      throw ConversionException.of(cqlType, value, e.getMessage());
    } catch (DateTimeException e) {
      throw ConversionException.of(cqlType, value, "neither in the declared format nor in ISO's");
    }
  }

  /**
   * @throws ArithmeticException with a message free of the value, when the type cannot hold it
   * @throws ConversionException from {@link #unsupported}
   */
  abstract ByteBuffer convert(Object value);

  final ConversionException unsupported(Object value) {
    return ConversionException.of(cqlType, value, null);
  }
}
