package io.tickstream.connect.market.event;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The length of a bar: {@code 1m}, {@code 4h}, {@code 1d}, {@code 1w}, {@code 1M}. Days, weeks and
 * months follow the calendar of a zone, the rest is exact.
 */
public record Interval(int count, ChronoUnit unit, String text) {

  private static final Pattern SYNTAX = Pattern.compile("([1-9]\\d{0,3})([smhdwM])");

  /**
   * Reads an interval.
   *
   * @throws IllegalArgumentException when the text is none
   */
  public static Interval parse(String text) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "must be a number followed by s, m, h, d, w or M (month), such as 1m or 1d");
    }
    ChronoUnit unit =
        switch (matcher.group(2)) {
          case "s" -> ChronoUnit.SECONDS;
          case "m" -> ChronoUnit.MINUTES;
          case "h" -> ChronoUnit.HOURS;
          case "d" -> ChronoUnit.DAYS;
          case "w" -> ChronoUnit.WEEKS;
          default -> ChronoUnit.MONTHS;
        };
    return new Interval(Integer.parseInt(matcher.group(1)), unit, text);
  }

  /** The length, epoch milliseconds; of months a usual one. */
  public long lengthMs() {
    return unit.getDuration().toMillis() * count;
  }

  /** The end, exclusive, of the bar that starts then, in UTC. */
  public long endMs(long startMs) {
    return endMs(startMs, ZoneOffset.UTC);
  }

  /** The end, exclusive, of the bar that starts then, by the calendar of a zone. */
  public long endMs(long startMs, ZoneId zone) {
    return unit.compareTo(ChronoUnit.DAYS) < 0
        ? startMs + lengthMs()
        : ZonedDateTime.ofInstant(Instant.ofEpochMilli(startMs), zone)
            .plus(count, unit)
            .toInstant()
            .toEpochMilli();
  }

  /**
   * The start of the bar, counted from the epoch in UTC, that the time lies in; of months the first
   * of the month.
   */
  public long startMs(long timeMs) {
    if (unit == ChronoUnit.MONTHS) {
      ZonedDateTime time = Instant.ofEpochMilli(timeMs).atZone(ZoneOffset.UTC);
      long months = Math.floorDiv(time.getYear() * 12L + time.getMonthValue() - 1, count) * count;
      return ZonedDateTime.of(
              (int) (months / 12), (int) (months % 12) + 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)
          .toInstant()
          .toEpochMilli();
    }
    // The epoch was a Thursday; bars of weeks start on Mondays.
    long origin = unit == ChronoUnit.WEEKS ? -3L * 86_400_000 : 0;
    return Math.floorDiv(timeMs - origin, lengthMs()) * lengthMs() + origin;
  }

  /**
   * A time that is no later than the start of the bar that the given one lies in, whenever hours
   * begin at its exchange, and days, weeks and months in its zone; not before the epoch.
   */
  public long begunMs(long timeMs) {
    // The longest month is longer than the usual one, and a zone may set its clocks back.
    long apartMs =
        unit.compareTo(ChronoUnit.DAYS) < 0 ? 0 : ChronoUnit.DAYS.getDuration().toMillis();
    return Math.max(0, startMs(timeMs - lengthMs() - apartMs));
  }

  @Override
  public String toString() {
    return text;
  }
}
