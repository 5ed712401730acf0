package io.tickstream.connect.market.provider;

import java.time.LocalDateTime;

/** Reads local times as venues write them, {@code 2024-05-17T15:59:58.123456}. */
public final class LocalTimes {
  private static final int SECONDS_END = 19;
  private static final int FRACTION_START = 20;
  private static final int FRACTION_DIGITS = 9;

  private LocalTimes() {}

  /**
   * Reads a time with seconds, and anything else that {@link LocalDateTime#parse} takes.
   *
   * @throws java.time.DateTimeException when it is none
   */
  public static LocalDateTime parse(String text) {
    // A formatter costs several times as much as the rest of an element.
    if (!isPlain(text)) {
      return LocalDateTime.parse(text);
    }
    int nanos = 0;
    if (text.length() > SECONDS_END) {
      int digits = text.length() - FRACTION_START;
      nanos = number(text, FRACTION_START, text.length());
      for (; digits < FRACTION_DIGITS; digits++) {
        nanos *= 10;
      }
    }
    return LocalDateTime.of(
        number(text, 0, 4),
        number(text, 5, 7),
        number(text, 8, 10),
        number(text, 11, 13),
        number(text, 14, 16),
        number(text, 17, SECONDS_END),
        nanos);
  }

  private static boolean isPlain(String text) {
    int length = text.length();
    if (length != SECONDS_END
        && (length <= FRACTION_START || length > FRACTION_START + FRACTION_DIGITS)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean expected =
          switch (i) {
            case 4, 7 -> c == '-';
            case 10 -> c == 'T';
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
