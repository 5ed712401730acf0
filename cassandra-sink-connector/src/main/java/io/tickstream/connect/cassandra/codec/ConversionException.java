package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import org.apache.kafka.connect.errors.DataException;
import org.jspecify.annotations.Nullable;

/**
 * A value that its column cannot hold, or that is not where the mapping looks. Names classes and
 * types, never the value; has no cause, because parsers quote their input in theirs.
 */
public final class ConversionException extends DataException {
  private static final long serialVersionUID = 1L;

  public ConversionException(String message) {
    super(message);
  }

  static ConversionException of(DataType cqlType, Object value, @Nullable String reason) {
    String text = "cannot write a " + value.getClass().getName() + " as CQL " + name(cqlType);
    return new ConversionException(reason == null ? text : text + ": " + reason);
  }

  static String name(DataType cqlType) {
    return cqlType.asCql(true, false);
  }
}
