package io.tickstream.connect.market.feed.simulate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a market is open. Trading time counts only that; this turns it into the time of day.
 * Immutable.
 *
 * @param zone null for a market that never closes
 */
record SessionCalendar(
    @Nullable ZoneId zone, LocalTime opens, LocalTime closes, Set<LocalDate> holidays) {

  static final SessionCalendar ALWAYS =
      new SessionCalendar(null, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, Set.of());

  /** New York's regular session. */
  static SessionCalendar newYork(Set<LocalDate> holidays) {
    return new SessionCalendar(
        ZoneId.of("America/New_York"), LocalTime.of(9, 30), LocalTime.of(16, 0), holidays);
  }

  boolean alwaysOpen() {
    return zone == null;
  }

  /** Seconds of trading in a usual year: 252 sessions, or all of it. */
  double yearSeconds() {
    return alwaysOpen() ? 31_536_000 : 252.0 * sessionSeconds();
  }

  double sessionSeconds() {
    return opens.until(closes, ChronoUnit.SECONDS);
  }

  /** The opening of the first session that ends after the time; the time itself if always open. */
  ZonedDateTime firstSession(Instant from) {
    if (zone == null) {
      return from.atZone(ZoneOffset.UTC);
    }
    ZonedDateTime local = from.atZone(zone);
    LocalDate day = local.toLocalDate();
    if (!local.toLocalTime().isBefore(closes)) {
      day = day.plusDays(1);
    }
    return open(nextTradingDay(day), zone);
  }

  boolean isOpen(Instant at) {
    if (zone == null) {
      return true;
    }
    ZonedDateTime local = at.atZone(zone);
    LocalDate day = local.toLocalDate();
    return nextTradingDay(day).equals(day)
        && !local.toLocalTime().isBefore(opens)
        && local.toLocalTime().isBefore(closes);
  }

  /** Whether the market is open at any time from the one, until before the other. */
  boolean isOpenWithin(Instant from, Instant to) {
    return zone == null || firstSession(from).toInstant().isBefore(to);
  }

  /** The opening of the session after the one that opens then. */
  ZonedDateTime next(ZonedDateTime session) {
    return open(nextTradingDay(session.toLocalDate().plusDays(1)), session.getZone());
  }

  private ZonedDateTime open(LocalDate day, ZoneId zone) {
    return day.atTime(opens).atZone(zone);
  }

  private LocalDate nextTradingDay(LocalDate from) {
    LocalDate day = from;
    while (day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || holidays.contains(day)) {
      day = day.plusDays(1);
    }
    return day;
  }
}
