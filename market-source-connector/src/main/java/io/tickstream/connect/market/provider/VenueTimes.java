package io.tickstream.connect.market.provider;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads times as venues write them: a formatter of java.time costs several times as much as the
 * rest of an element.
 */
public final class VenueTimes {
  private static final int SECONDS_END = 19;
  private static final int FRACTION_START = 20;
  private static final int FRACTION_DIGITS = 9;

  private VenueTimes() {}

  /**
   * Reads a time such as {@code 2024-05-17T15:59:58.123456}, and anything else that {@link
   * LocalDateTime#parse} takes.
   *
   * @throws java.time.DateTimeException when it is none
   */
  public static LocalDateTime parse(String text) {
    LocalDateTime plain = plain(text, text.length(), 'T');
    return plain == null ? LocalDateTime.parse(text) : plain;
  }

  /**
   * The same with a space where {@link #parse} has a T: {@code 2024-05-17 15:59:58}.
   *
   * @throws java.time.DateTimeException when it is none
   */
  public static LocalDateTime parseSpaced(String text) {
    LocalDateTime plain = plain(text, text.length(), ' ');
    return plain == null ? LocalDateTime.parse(text.replace(' ', 'T')) : plain;
  }

  /**
   * Reads a time of UTC such as {@code 2024-05-17T15:59:58.123456Z}, and anything else that {@link
   * Instant#parse} takes.
   *
   * @throws java.time.DateTimeException when it is none
   */
  public static Instant parseUtc(String text) {
    LocalDateTime plain = text.endsWith("Z") ? plain(text, text.length() - 1, 'T') : null;
    return plain == null ? Instant.parse(text) : plain.toInstant(ZoneOffset.UTC);
  }

  /** Null for what is not plainly a time with seconds. */
  private static @Nullable LocalDateTime plain(String text, int end, char separator) {
    if (!isPlain(text, end, separator)) {
      return null;
    }
    int hour = number(text, 11, 13);
    int second = number(text, 17, SECONDS_END);
    if (hour > 23 || second > 59) {
      // The end of a day, or a leap second: java.time knows when they are allowed.
      return null;
    }
    int nanos = 0;
    if (end > SECONDS_END) {
      nanos = number(text, FRACTION_START, end);
      for (int digits = end - FRACTION_START; digits < FRACTION_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        hour,
        number(text, 14, 16),
        second,
        nanos);
  }

  private static boolean isPlain(String text, int end, char separator) {
    if (end != SECONDS_END && (end <= FRACTION_START || end > FRACTION_START + FRACTION_DIGITS)) {
      return false;
    }
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      boolean expected =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == separator;
            case 13, 16 -> c == ':';
            case SECONDS_END -> c == '.';
            default -> c >= '0' && c <= '9';
          };
      if (!expected) {
        return false;
      }
    }
    return true;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = 10 * number + text.charAt(i) - '0';
    }
    return number;
  }
}
