package io.tickstream.connect.transforms.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * The period of a bucket: one of the calendar, or a fixed duration counted from 1970-01-01T00:00 on
 * the wall clock of the zone.
 */
public sealed interface Granularity {
  /** The first moment of the period that {@code time} is in. */
  ZonedDateTime start(ZonedDateTime time);

  /** The period that starts at {@code start} as a whole number. */
  int number(ZonedDateTime start);

  /** The period as text, unless a pattern is given. */
  DateTimeFormatter text();

  /** Whether a date says which period it is. */
  boolean isWholeDays();

  /** Periods that have a name. */
  enum Calendar implements Granularity {
    MINUTE("yyyy-MM-dd'T'HH:mm"),
    HOUR("yyyy-MM-dd'T'HH"),
    DAY("yyyy-MM-dd"),
    /** From Monday, numbered as ISO 8601 does. */
    WEEK(""),
    MONTH("yyyy-MM"),
    YEAR("yyyy");

    private final DateTimeFormatter text;

    Calendar(String pattern) {
      text = pattern.isEmpty() ? isoWeek() : DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    @Override
    public ZonedDateTime start(ZonedDateTime time) {
      return switch (this) {
        case MINUTE -> time.truncatedTo(ChronoUnit.MINUTES);
        case HOUR -> time.truncatedTo(ChronoUnit.HOURS);
        case DAY -> dayOf(time);
        case WEEK -> dayOf(time.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
        case MONTH -> dayOf(time.withDayOfMonth(1));
        case YEAR -> dayOf(time.withDayOfYear(1));
      };
    }

    /**
     * The digits of the text: 2025, 202501, 20250115, 2025011509; minutes are counted from 1970.
     */
    @Override
    public int number(ZonedDateTime start) {
      int year = start.getYear();
      return switch (this) {
        case MINUTE -> countOf(Duration.ofMinutes(1), start);
        case HOUR -> Math.addExact(Math.multiplyExact(DAY.number(start), 100), start.getHour());
        case DAY -> (year * 100 + start.getMonthValue()) * 100 + start.getDayOfMonth();
        case WEEK ->
            start.get(IsoFields.WEEK_BASED_YEAR) * 100
                + start.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        case MONTH -> year * 100 + start.getMonthValue();
        case YEAR -> year;
      };
    }

    @Override
    public DateTimeFormatter text() {
      return text;
    }

    @Override
    public boolean isWholeDays() {
      return this != MINUTE && this != HOUR;
    }

    private static ZonedDateTime dayOf(ZonedDateTime time) {
      return time.toLocalDate().atStartOfDay(time.getZone());
    }

    private static DateTimeFormatter isoWeek() {
      return new DateTimeFormatterBuilder()
          .appendValue(IsoFields.WEEK_BASED_YEAR, 4)
          .appendLiteral("-W")
          .appendValue(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 2)
          .toFormatter(Locale.ROOT);
    }
  }

  /** Periods of equal length, in whole seconds. */
  record Fixed(Duration length) implements Granularity {
    private static final DateTimeFormatter TEXT =
        DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);

    @Override
    public ZonedDateTime start(ZonedDateTime time) {
      long seconds = time.toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
      long floor = seconds - Math.floorMod(seconds, length.toSeconds());
      LocalDateTime local = LocalDateTime.ofEpochSecond(floor, 0, ZoneOffset.UTC);
      // The hour that a clock change repeats keeps the offset of its own pass.
      return ZonedDateTime.ofLocal(local, time.getZone(), time.getOffset());
    }

    @Override
    public int number(ZonedDateTime start) {
      return countOf(length, start);
    }

    @Override
    public DateTimeFormatter text() {
      return TEXT;
    }

    @Override
    public boolean isWholeDays() {
      return length.toSeconds() % Duration.ofDays(1).toSeconds() == 0;
    }
  }

  /**
   * Reads the name of a calendar period or an ISO 8601 duration of at least a second.
   *
   * @throws DateTimeException if it is neither
   */
  static Granularity parse(String text) {
    for (Calendar calendar : Calendar.values()) {
      if (calendar.name().equalsIgnoreCase(text)) {
        return calendar;
      }
    }
    Duration length = Duration.parse(text);
    if (length.compareTo(Duration.ofSeconds(1)) < 0
        || !length.truncatedTo(ChronoUnit.SECONDS).equals(length)) {
      throw new DateTimeException("a bucket lasts whole seconds, at least one");
    }
    return new Fixed(length);
  }

  private static int countOf(Duration length, ZonedDateTime start) {
    long seconds = start.toLocalDateTime().toEpochSecond(ZoneOffset.UTC);
    return Math.toIntExact(Math.floorDiv(seconds, length.toSeconds()));
  }
}
