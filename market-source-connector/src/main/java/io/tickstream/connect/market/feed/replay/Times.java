package io.tickstream.connect.market.feed.replay;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/**
 * Reads times as files have them: numbers since the epoch in any usual unit, ISO dates and times
 * with or without zone.
 */
final class Times {

  private final ZoneId zone;

  Times(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * Epoch milliseconds.
   *
   * @throws IllegalArgumentException when it is no time
   */
  long millis(String text) {
    try {
      if (text.matches("\\d{9,19}")) {
        return number(Long.parseLong(text));
      }
      if (text.matches("\\d{9,10}\\.\\d{1,9}")) {
        return new BigDecimal(text).movePointRight(3).longValue();
      }
      String iso = text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) +", "$1T");
      if (iso.length() == "2026-01-31".length()) {
        return LocalDate.parse(iso).atStartOfDay(zone).toInstant().toEpochMilli();
      }
      return iso.matches(".*(Z|[+-]\\d\\d:?\\d\\d)")
          ? offset(iso)
          : LocalDateTime.parse(iso).atZone(zone).toInstant().toEpochMilli();
    } catch (DateTimeException notTime) {
      throw new IllegalArgumentException("has a time that is none", notTime);
    }
  }

  private static long offset(String iso) {
    return iso.endsWith("Z")
        ? Instant.parse(iso).toEpochMilli()
        : OffsetDateTime.parse(iso.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
            .toInstant()
            .toEpochMilli();
  }

  /** By its size: seconds up to the year 5138, then milliseconds, microseconds, nanoseconds. */
  private static long number(long value) {
    if (value < 100_000_000_000L) {
      return value * 1_000;
    }
    if (value < 100_000_000_000_000L) {
      return value;
    }
    return value < 100_000_000_000_000_000L ? value / 1_000 : value / 1_000_000;
  }
}
