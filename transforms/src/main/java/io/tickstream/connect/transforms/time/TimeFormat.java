package io.tickstream.connect.transforms.time;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to read moments from a field: Connect's Timestamp and Date, numbers and numeric text by
 * {@link Precision}, other text as ISO 8601 or by patterns. Immutable.
 */
public final class TimeFormat {
  private final Precision precision;
  private final boolean patterned;
  private final TimeText text;

  /**
   * @param patterns of {@link java.time.format.DateTimeFormatter} for text; none for ISO 8601
   * @param zone of text that names none
   */
  public TimeFormat(Precision precision, List<String> patterns, ZoneId zone) {
    this.precision = precision;
    this.patterned = !patterns.isEmpty();
    this.text = new TimeText(patterns, zone);
  }

  /** The moment {@code value} stands for, exact to the nanosecond, or null when it is none. */
  public @Nullable Instant read(Object value) {
    if (value instanceof Date date) {
      return Instant.ofEpochMilli(date.getTime());
    }
    if (value instanceof Number number) {
      return precision.instant(number);
    }
    return value instanceof String written ? read(written) : null;
  }

  private @Nullable Instant read(String written) {
    if (!patterned && precision != Precision.ISO8601 && isNumber(written)) {
      return precision == Precision.AUTO && !isUnmistakable(written)
          ? null
          : precision.instant(new BigDecimal(written));
    }
    return text.parse(written);
  }

  private static boolean isNumber(String written) {
    int start = written.startsWith("-") ? 1 : 0;
    int points = 0;
    for (int i = start; i < written.length(); i++) {
      char c = written.charAt(i);
      points += c == '.' ? 1 : 0;
      if (c != '.' && (c < '0' || c > '9')) {
        return false;
      }
    }
    int length = written.length() - start;
    return points <= 1 && length - points > 0 && length <= 40;
  }

  /**
   * 20250115 and 20250115093000 are dates to their writer, not seconds and milliseconds. Counts of
   * the years 1973 to 2286 have 9 or 10, 12 or 13, 15 or 16, 18 or 19 digits and are never dates.
   */
  private static boolean isUnmistakable(String written) {
    int start = written.startsWith("-") ? 1 : 0;
    int point = written.indexOf('.');
    int digits = (point < 0 ? written.length() : point) - start;
    return digits >= 9 && digits <= 19 && digits % 3 != 2;
  }
}
