package io.tickstream.connect.cassandra.codec;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * The form that nearly all timestamps in text have, {@code 2022-01-12T14:30:09.000Z} and its kin,
 * read without the objects that a formatter makes.
 */
final class IsoTimestamp {
  /** The text has another form, right or wrong. */
  static final long OTHER = Long.MIN_VALUE;

  private static final int SECONDS_END = 19;
  private static final int MOST_FRACTION_DIGITS = 9;

  /** Of text without an offset where the declared zone has more than one. */
  static final int NO_OFFSET = Integer.MIN_VALUE;

  private IsoTimestamp() {}

  /**
   * Milliseconds since the epoch, or {@link #OTHER}.
   *
   * @param ownOffsetSeconds of text that has none
   * @throws java.time.DateTimeException when there is no such day
   */
  static long epochMillis(String text, int ownOffsetSeconds) {
    if (text.length() < SECONDS_END || !isPunctuated(text)) {
      return OTHER;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, SECONDS_END);
    int end = fractionEnd(text);
    int millis = millis(text, end);
    int offset = offsetSeconds(text, end, ownOffsetSeconds);
    boolean read = (year | month | day | hour | minute | second | millis) >= 0;
    if (!read || offset == NO_OFFSET || hour > 23 || minute > 59 || second > 59) {
      return OTHER;
    }
    long days = LocalDate.of(year, month, day).toEpochDay();
    long seconds = TimeUnit.DAYS.toSeconds(days) + hour * 3600L + minute * 60L + second - offset;
    return TimeUnit.SECONDS.toMillis(seconds) + millis;
  }

  private static boolean isPunctuated(String text) {
    char middle = text.charAt(10);
    return text.charAt(4) == '-'
        && text.charAt(7) == '-'
        && (middle == 'T' || middle == ' ')
        && text.charAt(13) == ':'
        && text.charAt(16) == ':';
  }

  /** Negative when there is something else than digits. */
  private static int number(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static int fractionEnd(String text) {
    int end = SECONDS_END;
    if (end < text.length() && text.charAt(end) == '.') {
      do {
        end++;
      } while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9');
    }
    return end;
  }

  /** Negative when there are no digits, too many, or more than milliseconds. */
  private static int millis(String text, int end) {
    int digits = end - SECONDS_END - 1;
    if (digits < 0) {
      return 0;
    }
    if (digits == 0 || digits > MOST_FRACTION_DIGITS) {
      return -1;
    }
    int millis = 0;
    for (int i = 0; i < Math.max(3, digits); i++) {
      int digit = i < digits ? text.charAt(SECONDS_END + 1 + i) - '0' : 0;
      if (i < 3) {
        millis = millis * 10 + digit;
      } else if (digit != 0) {
        return -1;
      }
    }
    return millis;
  }

  private static int offsetSeconds(String text, int start, int own) {
    int length = text.length() - start;
    if (length == 0) {
      return own;
    }
    char sign = text.charAt(start);
    if (sign == 'Z' && length == 1) {
      return 0;
    }
    boolean colon = length == 6 && text.charAt(start + 3) == ':';
    if ((sign != '+' && sign != '-') || !(colon || length == 5)) {
      return NO_OFFSET;
    }
    int hours = number(text, start + 1, start + 3);
    int minutes = number(text, text.length() - 2, text.length());
    if (hours < 0 || hours > 17 || minutes < 0 || minutes > 59) {
      return NO_OFFSET;
    }
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }
}
