package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/** Nanoseconds since midnight, from Connect's times of day, numbers of a unit, or text. */
final class TimeEncoder extends ScalarEncoder {
  private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

  private final DateMeaning dates;
  private final TemporalText text;
  private final UnitScale units;

  TimeEncoder(DateMeaning dates, CodecSettings settings) {
    super(DataTypes.TIME);
    this.dates = dates;
    this.text = TemporalText.ofTimes(settings);
    this.units = new UnitScale(settings.unit(), TimeUnit.NANOSECONDS);
  }

  @Override
  ByteBuffer convert(Object value) {
    long nanos = nanos(value);
    if (nanos < 0 || nanos >= DAY_NANOS) {
      throw new ArithmeticException("not within one day");
    }
    return ByteBuffer.allocate(Long.BYTES).putLong(0, nanos);
  }

  private long nanos(Object value) {
    if (value instanceof Date date) {
      if (dates != DateMeaning.TIME_OF_DAY && dates != DateMeaning.UNKNOWN) {
        throw new ArithmeticException("a time of day would lose the date");
      }
      return Math.multiplyExact(DateMeaning.millis(date), TimeUnit.MILLISECONDS.toNanos(1));
    }
    if (value instanceof Number number) {
      return units.convert(number);
    }
    if (value instanceof String string) {
      Object parsed = text.parse(string);
      return parsed instanceof Number number ? units.convert(number) : written(parsed);
    }
    if (value instanceof LocalTime time) {
      return time.toNanoOfDay();
    }
    throw unsupported(value);
  }

  private static long written(Object parsed) {
    LocalTime time = TemporalText.time(parsed);
    if (time == null) {
      throw new DateTimeException("no time");
    }
    return time.toNanoOfDay();
  }
}
