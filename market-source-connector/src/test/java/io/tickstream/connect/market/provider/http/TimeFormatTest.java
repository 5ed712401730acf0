package io.tickstream.connect.market.provider.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.market.provider.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFormatTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "s                   | 1795035587                    | 2026-11-18T20:59:47Z",
        "s                   | 1795035587.124                | 2026-11-18T20:59:47.124Z",
        "s                   | \"1795035587\"                | 2026-11-18T20:59:47Z",
        "ms                  | 1795035587124                 | 2026-11-18T20:59:47.124Z",
        "us                  | 1795035587124999              | 2026-11-18T20:59:47.124Z",
        "ns                  | 1795035587124999999           | 2026-11-18T20:59:47.124Z",
        "iso                 | \"2026-11-18T20:59:47.124Z\"  | 2026-11-18T20:59:47.124Z",
        "iso                 | \"2026-11-18T21:59:47+01:00\" | 2026-11-18T20:59:47Z",
        "iso                 | \"2026-11-18T15:59:47\"       | 2026-11-18T20:59:47Z",
        "iso                 | \"2026-11-18 15:59:47\"       | 2026-11-18T20:59:47Z",
        "iso                 | \"2026-11-18\"                | 2026-11-18T05:00:00Z",
        "dd/MM/uuuu HH:mm    | \"18/07/2026 15:59\"          | 2026-07-18T19:59:00Z",
        "uuuu-MM-dd HH:mm XX | \"2026-11-18 15:59 +0000\"    | 2026-11-18T15:59:00Z",
        "uuuuMMdd            | \"20261118\"                  | 2026-11-18T05:00:00Z",
      })
  void timesAreReadInTheZoneConfiguredUnlessTheyNameOne(
      String format, String json, Instant expected) {
    assertThat(new TimeFormat(format, NEW_YORK).parse(Json.parse(json)))
        .isEqualTo(expected.toEpochMilli());
  }

  @ParameterizedTest
  @CsvSource({
    "s,   1795035587",
    "ms,  1795035587124",
    "us,  1795035587124000",
    "ns,  1795035587124000000",
    "iso, 2026-11-18T20:59:47.124Z",
    "uuuu-MM-dd HH:mm:ss, 2026-11-18 15:59:47"
  })
  void cursorsAreWrittenTheSameWay(String format, String expected) {
    assertThat(new TimeFormat(format, NEW_YORK).format(1_795_035_587_124L)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"s | -1", "s | 1e300", "s | \"soon\"", "iso | 5", "uuuuMMdd | \"20261399\""})
  void whatIsNoTimeIsRefused(String format, String json) {
    assertThatThrownBy(() -> new TimeFormat(format, NEW_YORK).parse(Json.parse(json)))
        .isInstanceOfAny(IllegalArgumentException.class, DateTimeException.class);
  }
}
