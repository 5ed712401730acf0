package io.tickstream.connect.cassandra.codec;

import java.util.Date;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Connect's logical values for where their schema will not be at hand. */
public final class LogicalValues {

  private LogicalValues() {}

  /** Dates and times of day as java.time has them; anything else as it is. */
  public static @Nullable Object selfDescribing(@Nullable Object value, @Nullable Schema schema) {
    if (!(value instanceof Date date)) {
      return value;
    }
    DateMeaning meaning = DateMeaning.of(schema);
    return meaning == DateMeaning.DATE || meaning == DateMeaning.TIME_OF_DAY
        ? meaning.toTemporal(date)
        : value;
  }
}
