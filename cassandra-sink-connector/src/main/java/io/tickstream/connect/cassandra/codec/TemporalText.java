package io.tickstream.connect.cassandra.codec;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text to points in time, dates or times of day: in the declared format, in ISO's, or a number of
 * units, so that one column takes them all.
 */
final class TemporalText {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private final @Nullable DateTimeFormatter declared;
  private final DateTimeFormatter iso;
  private final ZoneId zone;
  private final int offsetSeconds;

  private TemporalText(
      @Nullable DateTimeFormatter declared, DateTimeFormatter iso, CodecSettings settings) {
    this.declared = declared;
    this.iso = iso;
    this.zone = settings.timeZone();
    this.offsetSeconds =
        zone.getRules().isFixedOffset()
            ? zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds()
            : IsoTimestamp.NO_OFFSET;
  }

  static TemporalText ofTimestamps(CodecSettings settings) {
    DateTimeFormatter declared = TemporalFormat.of(settings.timestamp(), settings.locale());
    return new TemporalText(
        declared.equals(TemporalFormat.cql()) ? null : declared, TemporalFormat.cql(), settings);
  }

  static TemporalText ofDates(CodecSettings settings) {
    return new TemporalText(
        TemporalFormat.of(settings.date(), settings.locale()), TemporalFormat.cql(), settings);
  }

  static TemporalText ofTimes(CodecSettings settings) {
    return new TemporalText(
        TemporalFormat.of(settings.time(), settings.locale()),
        DateTimeFormatter.ISO_LOCAL_TIME,
        settings);
  }

  /** The shortcut of {@link IsoTimestamp}, where no other format goes before it. */
  long epochMillis(String text) {
    return declared == null ? IsoTimestamp.epochMillis(text, offsetSeconds) : IsoTimestamp.OTHER;
  }

  /** A {@link TemporalAccessor}, or a {@link BigDecimal} of the declared unit. */
  Object parse(String text) {
    if (declared != null) {
      try {
        return declared.parse(text);
      } catch (DateTimeParseException e) {
        if (declared.equals(iso)) {
          return number(text, e);
        }
      }
    }
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    return iso.parse(text);
  }

  private static BigDecimal number(String text, DateTimeParseException otherwise) {
    if (NUMBER.matcher(text).matches()) {
      return new BigDecimal(text);
    }
    throw otherwise;
  }

  /** Of what {@link #parse} returned; without a zone of its own in the declared one. */
  Instant instant(Object parsed) {
    TemporalAccessor temporal = (TemporalAccessor) parsed;
    if (temporal.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(temporal);
    }
    ZoneId own = temporal.query(TemporalQueries.zone());
    LocalTime time = temporal.query(TemporalQueries.localTime());
    return date(temporal)
        .atTime(time == null ? LocalTime.MIDNIGHT : time)
        .atZone(own == null ? zone : own)
        .toInstant();
  }

  /** Of what {@link #parse} returned: the date as it is written. */
  static LocalDate date(Object parsed) {
    LocalDate date = ((TemporalAccessor) parsed).query(TemporalQueries.localDate());
    if (date == null) {
      throw new DateTimeException("no date");
    }
    return date;
  }

  /** Of what {@link #parse} returned: the time as it is written. */
  static @Nullable LocalTime time(Object parsed) {
    return ((TemporalAccessor) parsed).query(TemporalQueries.localTime());
  }
}
