package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/** Milliseconds since the epoch, from Connect's dates, from numbers of a unit, or from text. */
final class TimestampEncoder extends ScalarEncoder {
  private final DateMeaning dates;
  private final TemporalText text;
  private final UnitScale units;
  private final ZoneId zone;

  TimestampEncoder(DateMeaning dates, CodecSettings settings) {
    super(DataTypes.TIMESTAMP);
    this.dates = dates;
    this.text = TemporalText.ofTimestamps(settings);
    this.units = new UnitScale(settings.unit(), TimeUnit.MILLISECONDS);
    this.zone = settings.timeZone();
  }

  @Override
  ByteBuffer convert(Object value) {
    return ByteBuffer.allocate(Long.BYTES).putLong(0, millis(value));
  }

  private long millis(Object value) {
    if (value instanceof Date date) {
      return switch (dates) {
        case TIMESTAMP, UNKNOWN -> DateMeaning.millis(date);
        case DATE -> startOf(LocalDate.ofEpochDay(dates.toNumber(date)));
        case TIME_OF_DAY -> throw new ArithmeticException("a time of day is no point in time");
      };
    }
    if (value instanceof Number number) {
      return units.convert(number);
    }
    if (value instanceof String string) {
      long known = text.epochMillis(string);
      return known == IsoTimestamp.OTHER ? parse(string) : known;
    }
    if (value instanceof Instant instant) {
      return exact(instant);
    }
    if (value instanceof LocalDate date) {
      return startOf(date);
    }
    throw unsupported(value);
  }

  private long parse(String string) {
    Object parsed = text.parse(string);
    return parsed instanceof Number number ? units.convert(number) : exact(text.instant(parsed));
  }

  private long startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant().toEpochMilli();
  }

  private static long exact(Instant instant) {
    if (!instant.truncatedTo(ChronoUnit.MILLIS).equals(instant)) {
      throw new ArithmeticException("finer than the MILLISECONDS that it holds");
    }
    return instant.toEpochMilli();
  }
}
