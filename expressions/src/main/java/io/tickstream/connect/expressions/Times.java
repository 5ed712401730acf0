package io.tickstream.connect.expressions;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Points in time: Connect's Timestamp, Date and Time values, all of them {@link Date}s, and ISO
 * 8601 text. Text without a zone is UTC; a time of day belongs to 1970-01-01, as Connect's Time
 * does.
 */
final class Times {
  private static final DateTimeFormatter DATE_TIME =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Times() {}

  static boolean isTime(@Nullable Object value) {
    return value instanceof Date || value instanceof Instant;
  }

  static int compare(Object left, Object right) {
    if (left instanceof Date l && right instanceof Date r) {
      return Long.compare(l.getTime(), r.getTime());
    }
    return instant(left).compareTo(instant(right));
  }

  /** The moment that ISO 8601 text names, or null when it names none. */
  static @Nullable Instant parse(String text) {
    // Almost no text is a time; digits at both ends of its shortest form sort most of it out.
    if (text.length() < 5 || !isDigit(text.charAt(0)) || !isDigit(text.charAt(1))) {
      return null;
    }
    try {
      if (text.charAt(2) == ':') {
        return LocalTime.parse(text).atDate(LocalDate.EPOCH).toInstant(ZoneOffset.UTC);
      }
      TemporalAccessor parsed =
          DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof LocalDateTime dateTime) {
        return dateTime.toInstant(ZoneOffset.UTC);
      }
      return parsed instanceof LocalDate date
          ? date.atStartOfDay().toInstant(ZoneOffset.UTC)
          : Instant.from(parsed);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant instant(Object value) {
    return value instanceof Date date ? Instant.ofEpochMilli(date.getTime()) : (Instant) value;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
