package io.tickstream.connect.transforms.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GranularityTest {

  @ParameterizedTest
  @CsvSource({
    "minute, 2025-01-15T09:30:00Z, 28948890, 2025-01-15T09:30",
    "hour, 2025-01-15T09:00:00Z, 2025011509, 2025-01-15T09",
    "day, 2025-01-15T00:00:00Z, 20250115, 2025-01-15",
    "week, 2025-01-13T00:00:00Z, 202503, 2025-W03",
    "month, 2025-01-01T00:00:00Z, 202501, 2025-01",
    "year, 2025-01-01T00:00:00Z, 2025, 2025",
    "PT15M, 2025-01-15T09:30:00Z, 1929926, 2025-01-15T09:30:00",
    "PT4H, 2025-01-15T08:00:00Z, 120620, 2025-01-15T08:00:00",
    "P7D, 2025-01-09T00:00:00Z, 2871, 2025-01-09T00:00:00",
  })
  void everyPeriodHasAStartANumberAndAText(String name, Instant start, int number, String text) {
    Granularity granularity = Granularity.parse(name);
    ZonedDateTime found = granularity.start(at("2025-01-15T09:30:59.999Z", "UTC"));
    assertThat(found.toInstant()).isEqualTo(start);
    assertThat(granularity.number(found)).isEqualTo(number);
    assertThat(granularity.text().format(found)).isEqualTo(text);
  }

  @Test
  void theFirstDaysOfAYearBelongToTheIsoWeekTheyAreIn() {
    Granularity week = Granularity.parse("week");
    ZonedDateTime start = week.start(at("2027-01-02T12:00:00Z", "UTC"));
    assertThat(start.toInstant()).isEqualTo("2026-12-28T00:00:00Z");
    assertThat(week.number(start)).isEqualTo(202653);
  }

  @Test
  void daysFollowTheCalendarOfTheZone() {
    assertThat(Granularity.parse("day").number(at("2025-01-15T02:00:00Z", "America/New_York")))
        .isEqualTo(20250114);
    assertThat(
            Granularity.parse("day")
                .start(at("2025-01-15T02:00:00Z", "America/New_York"))
                .toInstant())
        .isEqualTo("2025-01-14T05:00:00Z");
  }

  @Test
  void momentsBefore1970FallIntoTheBucketBeforeThem() {
    Granularity quarter = Granularity.parse("PT15M");
    ZonedDateTime start = quarter.start(at("1969-12-31T23:59:59Z", "UTC"));
    assertThat(start.toInstant()).isEqualTo("1969-12-31T23:45:00Z");
    assertThat(quarter.number(start)).isEqualTo(-1);
  }

  @Test
  void theHourThatAClockChangeRepeatsIsTwoBucketsOfTime() {
    Granularity hour = Granularity.parse("hour");
    Granularity half = Granularity.parse("PT30M");
    for (Granularity each : new Granularity[] {hour, half}) {
      Instant first = each.start(at("2025-10-26T00:10:00Z", "Europe/Rome")).toInstant();
      Instant second = each.start(at("2025-10-26T01:10:00Z", "Europe/Rome")).toInstant();
      assertThat(first).isEqualTo("2025-10-26T00:00:00Z");
      assertThat(second).isEqualTo("2025-10-26T01:00:00Z");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fortnight", "PT0S", "PT-1H", "PT0.5S", "PT1.5S", "P1M"})
  void aPeriodThatCannotBeCountedIsRefused(String text) {
    assertThatThrownBy(() -> Granularity.parse(text)).isInstanceOf(DateTimeException.class);
  }

  private static ZonedDateTime at(String instant, String zone) {
    return Instant.parse(instant).atZone(ZoneId.of(zone));
  }
}
