package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.concurrent.TimeUnit;

/**
 * Days, as CQL counts them: unsigned, the epoch in the middle. A point in time is a date only at
 * midnight. Whole numbers under 64 bits are days since the epoch, as Connect's own dates are;
 * others are of the declared unit.
 */
final class DateEncoder extends ScalarEncoder {
  private final DateMeaning dates;
  private final TemporalText text;
  private final UnitScale units;
  private final boolean unitIsDays;
  private final ZoneId zone;

  DateEncoder(DateMeaning dates, CodecSettings settings) {
    super(DataTypes.DATE);
    this.dates = dates;
    this.text = TemporalText.ofDates(settings);
    this.units = new UnitScale(settings.unit(), TimeUnit.MILLISECONDS);
    this.unitIsDays = settings.unit() == TimeUnit.DAYS;
    this.zone = settings.timeZone();
  }

  @Override
  ByteBuffer convert(Object value) {
    int days = Math.toIntExact(days(value));
    return ByteBuffer.allocate(Integer.BYTES).putInt(0, days - Integer.MIN_VALUE);
  }

  private long days(Object value) {
    if (value instanceof Date date) {
      return switch (dates) {
        case DATE -> dates.toNumber(date);
        case UNKNOWN ->
            DateMeaning.isMidnight(date)
                ? DateMeaning.toDays(date)
                : midnight(Instant.ofEpochMilli(DateMeaning.millis(date)));
        case TIMESTAMP -> midnight(Instant.ofEpochMilli(DateMeaning.millis(date)));
        case TIME_OF_DAY -> throw new ArithmeticException("a time of day is no date");
      };
    }
    if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
      return ((Number) value).longValue();
    }
    if (value instanceof Number number) {
      return ofNumber(number);
    }
    if (value instanceof String string) {
      Object parsed = text.parse(string);
      return parsed instanceof Number number ? ofNumber(number) : written(parsed);
    }
    if (value instanceof LocalDate date) {
      return date.toEpochDay();
    }
    if (value instanceof Instant instant) {
      return midnight(instant);
    }
    throw unsupported(value);
  }

  private long ofNumber(Number number) {
    return unitIsDays
        ? ExactNumbers.toLong(number)
        : midnight(Instant.ofEpochMilli(units.convert(number)));
  }

  private static long written(Object parsed) {
    LocalTime time = TemporalText.time(parsed);
    if (time != null && !time.equals(LocalTime.MIDNIGHT)) {
      throw notMidnight();
    }
    return TemporalText.date(parsed).toEpochDay();
  }

  private long midnight(Instant instant) {
    ZonedDateTime there = instant.atZone(zone);
    if (!there.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      throw notMidnight();
    }
    return there.toLocalDate().toEpochDay();
  }

  private static ArithmeticException notMidnight() {
    return new ArithmeticException("a date would lose the time of day");
  }
}
