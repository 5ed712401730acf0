package io.tickstream.connect.market.feed.simulate;

import java.time.Instant;
import java.time.ZonedDateTime;

/**
 * Trading time, microseconds since the simulation's start, as epoch microseconds. Asked in rising
 * order. Not thread-safe.
 */
final class SessionClock {

  private final SessionCalendar calendar;
  private final long sessionUs;
  private ZonedDateTime session;
  private long sessionIndex;
  private long opensUs;

  SessionClock(SessionCalendar calendar, Instant start) {
    this.calendar = calendar;
    this.session = calendar.firstSession(start);
    this.sessionUs =
        calendar.alwaysOpen() ? Long.MAX_VALUE : (long) (calendar.sessionSeconds() * 1_000_000);
    this.opensUs = micros(session);
  }

  long epochUs(long tradingUs) {
    long index = tradingUs / sessionUs;
    while (sessionIndex < index) {
      session = calendar.next(session);
      sessionIndex++;
      opensUs = micros(session);
    }
    return opensUs + (tradingUs - sessionIndex * sessionUs);
  }

  /** How much of the session is over, 0 to 1; 0.5 where there are none. */
  double sessionFraction(long tradingUs) {
    return calendar.alwaysOpen() ? 0.5 : (double) (tradingUs % sessionUs) / sessionUs;
  }

  private static long micros(ZonedDateTime time) {
    return time.toEpochSecond() * 1_000_000 + time.getNano() / 1_000;
  }
}
