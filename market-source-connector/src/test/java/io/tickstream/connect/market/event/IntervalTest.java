package io.tickstream.connect.market.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTest {

  private static ZonedDateTime start(String interval, Instant time, ZoneId zone) {
    ZonedDateTime local = time.atZone(zone);
    LocalDate day = local.toLocalDate();
    return switch (interval) {
      case "1h" -> local.minusMinutes(30).truncatedTo(ChronoUnit.HOURS).plusMinutes(30);
      case "1d" -> day.atStartOfDay(zone);
      case "1w" -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(zone);
      case "1M" -> day.withDayOfMonth(1).atStartOfDay(zone);
      default ->
          day.withMonth((day.getMonthValue() - 1) / 3 * 3 + 1).withDayOfMonth(1).atStartOfDay(zone);
    };
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTC",
        "Europe/Berlin",
        "America/New_York",
        "Asia/Kolkata",
        "Pacific/Kiritimati",
        "Pacific/Pago_Pago"
      })
  void aBarHasBegunWhereverItsCalendarIs(String name) {
    ZoneId zone = ZoneId.of(name);
    for (String text : new String[] {"1h", "1d", "1w", "1M", "3M"}) {
      Interval interval = Interval.parse(text);
      Instant time = Instant.parse("2026-01-01T00:00:00Z");
      while (time.isBefore(Instant.parse("2028-01-01T00:00:00Z"))) {
        assertThat(Instant.ofEpochMilli(interval.begunMs(time.toEpochMilli())))
            .as("%s at %s", text, time)
            .isBeforeOrEqualTo(start(text, time, zone).toInstant())
            .isAfter(time.minusMillis(2 * interval.lengthMs()).minus(Duration.ofDays(5)));
        time = time.plus(Duration.ofMinutes(437));
      }
    }
  }

  @Test
  void nothingHasBegunBeforeTheEpoch() {
    assertThat(Interval.parse("1w").begunMs(0)).isZero();
  }
}
