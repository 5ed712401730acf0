package io.tickstream.connect.transforms.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one form of ISO 8601 that nearly all feeds write, {@code 2025-01-15T09:30:00.123456Z},
 * at a twentieth of a formatter's cost. What has another form is left to the formatter.
 */
final class IsoDateTime {
  private static final int SECONDS_END = 19;
  private static final int NANO_DIGITS = 9;
  private static final String SHAPE = "0000-00-00T00:00:00";

  private IsoDateTime() {}

  /**
   * The moment, or null when the text has another form or names no moment. Digits of the fraction
   * beyond the ninth are cut.
   *
   * @param zone of text that ends without Z or an offset of hours and minutes
   */
  static @Nullable Instant parse(String text, ZoneId zone) {
    if (!hasShape(text)) {
      return null;
    }
    int position = SECONDS_END;
    int nanos = 0;
    if (position < text.length() && text.charAt(position) == '.') {
      int start = ++position;
      while (position < text.length() && isDigit(text.charAt(position))) {
        position++;
      }
      if (position == start) {
        return null;
      }
      for (int i = 0; i < NANO_DIGITS; i++) {
        nanos = nanos * 10 + (start + i < position ? text.charAt(start + i) - '0' : 0);
      }
    }
    try {
      ZoneId own = position == text.length() ? zone : offset(text, position);
      return own == null ? null : local(text, nanos).atZone(own).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static boolean hasShape(String text) {
    if (text.length() < SECONDS_END) {
      return false;
    }
    for (int i = 0; i < SECONDS_END; i++) {
      char c = text.charAt(i);
      boolean fits =
          switch (SHAPE.charAt(i)) {
            case '0' -> isDigit(c);
            case 'T' -> c == 'T' || c == ' ';
            default -> c == SHAPE.charAt(i);
          };
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable ZoneOffset offset(String text, int position) {
    char sign = text.charAt(position);
    int left = text.length() - position;
    if (sign == 'Z' && left == 1) {
      return ZoneOffset.UTC;
    }
    boolean complete =
        left == 6
            && isDigit(text.charAt(position + 1))
            && isDigit(text.charAt(position + 2))
            && text.charAt(position + 3) == ':'
            && isDigit(text.charAt(position + 4))
            && isDigit(text.charAt(position + 5));
    if (!complete || (sign != '+' && sign != '-')) {
      return null;
    }
    int direction = sign == '-' ? -1 : 1;
    return ZoneOffset.ofHoursMinutes(
        direction * number(text, position + 1, 2), direction * number(text, position + 4, 2));
  }

  private static LocalDateTime local(String text, int nanos) {
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 2),
        number(text, 8, 2),
        number(text, 11, 2),
        number(text, 14, 2),
        number(text, 17, 2),
        nanos);
  }

  private static int number(String text, int start, int digits) {
    int number = 0;
    for (int i = start; i < start + digits; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
