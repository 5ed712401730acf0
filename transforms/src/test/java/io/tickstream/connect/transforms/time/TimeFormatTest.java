package io.tickstream.connect.transforms.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFormatTest {
  private static final TimeFormat AUTO = format(Precision.AUTO);

  private static TimeFormat format(Precision precision, String... patterns) {
    return new TimeFormat(precision, List.of(patterns), ZoneOffset.UTC);
  }

  @ParameterizedTest
  @CsvSource({
    "1763650000, 2025-11-20T14:46:40Z",
    "1763650000123, 2025-11-20T14:46:40.123Z",
    "1763650000123456, 2025-11-20T14:46:40.123456Z",
    "1763650000123456789, 2025-11-20T14:46:40.123456789Z",
    "0, 1970-01-01T00:00:00Z",
    "-1, 1969-12-31T23:59:59Z",
    "99999999999, 5138-11-16T09:46:39Z",
    "100000000000, 1973-03-03T09:46:40Z",
    "-1763650000123, 1914-02-11T09:13:19.877Z",
    "-9223372036854775808, 1677-09-21T00:12:43.145224192Z",
  })
  void aWholeNumberIsReadByItsMagnitude(long count, Instant expected) {
    assertThat(AUTO.read(count)).isEqualTo(expected);
    assertThat(AUTO.read(BigInteger.valueOf(count))).isEqualTo(expected);
    assertThat(AUTO.read(BigDecimal.valueOf(count))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "S, 1, 1970-01-01T00:00:01Z",
    "MS, 1, 1970-01-01T00:00:00.001Z",
    "US, 1, 1970-01-01T00:00:00.000001Z",
    "NS, 1, 1970-01-01T00:00:00.000000001Z",
    "MS, 1763650000123456, +57857-11-04T17:48:43.456Z",
    "NS, -1, 1969-12-31T23:59:59.999999999Z",
  })
  void aGivenPrecisionCountsWhateverTheMagnitude(Precision precision, long count, Instant moment) {
    assertThat(format(precision).read(count)).isEqualTo(moment);
    assertThat(format(precision).read(Long.toString(count))).isEqualTo(moment);
  }

  @Test
  void secondsAsFloatKeepEveryDigitTheyWereWrittenWith() {
    assertThat(AUTO.read(1_763_650_000.123456d))
        .isEqualTo(Instant.parse("2025-11-20T14:46:40.123456Z"));
    assertThat(AUTO.read(1_700_000_000.1d)).isEqualTo(Instant.parse("2023-11-14T22:13:20.100Z"));
    assertThat(AUTO.read(-0.5d)).isEqualTo(Instant.parse("1969-12-31T23:59:59.500Z"));
    assertThat(format(Precision.MS).read(1.5d)).isEqualTo(Instant.ofEpochSecond(0, 1_500_000));
    assertThat(format(Precision.S).read(0.25f)).isEqualTo(Instant.ofEpochMilli(250));
    assertThat(AUTO.read(new BigDecimal("1763650000.1234567891")))
        .isEqualTo(Instant.parse("2025-11-20T14:46:40.123456789Z"));
  }

  @Test
  void smallIntegerTypesCountToo() {
    assertThat(format(Precision.S).read((byte) 1)).isEqualTo(Instant.ofEpochSecond(1));
    assertThat(format(Precision.S).read((short) 1)).isEqualTo(Instant.ofEpochSecond(1));
    assertThat(AUTO.read(1_763_650_000)).isEqualTo(Instant.ofEpochSecond(1_763_650_000L));
  }

  @Test
  void connectsOwnTimesNeedNoPrecision() {
    assertThat(format(Precision.ISO8601).read(new Date(1_500)))
        .isEqualTo(Instant.ofEpochMilli(1_500));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1e300, -1e40})
  void aNumberThatIsNoMomentIsNone(double number) {
    assertThat(AUTO.read(number)).isNull();
  }

  @Test
  void absurdDecimalsAreRefusedWithoutExpandingThem() {
    assertThat(AUTO.read(new BigDecimal("1E+999999999"))).isNull();
    assertThat(AUTO.read(new BigDecimal("1E-999999999"))).isNull();
    assertThat(format(Precision.S).read(Long.MAX_VALUE)).isNull();
  }

  @Test
  void iso8601RefusesNumbers() {
    assertThat(format(Precision.ISO8601).read(1_763_650_000L)).isNull();
    assertThat(format(Precision.ISO8601).read("1763650000")).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022-01-12T14:30:09Z|2022-01-12T14:30:09Z",
        "2022-01-12T14:30:09.000000|2022-01-12T14:30:09Z",
        "2022-01-12T14:30:09.123456Z|2022-01-12T14:30:09.123456Z",
        "2022-01-12T14:30:09.123456789Z|2022-01-12T14:30:09.123456789Z",
        "2022-01-12T14:30:09.123456789012Z|2022-01-12T14:30:09.123456789Z",
        "2022-01-12T14:30:09.1|2022-01-12T14:30:09.100Z",
        "2022-01-12T14:30:09+01:00|2022-01-12T13:30:09Z",
        "2022-01-12T14:30:09.5+0100|2022-01-12T13:30:09.500Z",
        "2022-01-12T14:30:09+01|2022-01-12T13:30:09Z",
        "2022-01-12T14:30:09-05:30|2022-01-12T20:00:09Z",
        "2022-01-12T14:30:09+01:00[Europe/Rome]|2022-01-12T13:30:09Z",
        "2022-01-12 14:30:09|2022-01-12T14:30:09Z",
        "2022-01-12 14:30:09.25 +01:00|2022-01-12T13:30:09.250Z",
        "2022-01-12T14:30|2022-01-12T14:30:00Z",
        "2022-01-12t14:30:09z|2022-01-12T14:30:09Z",
        "2022-01-12|2022-01-12T00:00:00Z",
        "1763650000|2025-11-20T14:46:40Z",
        "1763650000.123456|2025-11-20T14:46:40.123456Z",
        "1763650000123|2025-11-20T14:46:40.123Z",
        "1763650000123456789|2025-11-20T14:46:40.123456789Z",
      })
  void textIsReadInEveryForm(String text, Instant expected) {
    assertThat(AUTO.read(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "20250115",
        "20250115093000",
        "2022-13-01",
        "2022-02-30T00:00:00Z",
        "14:30:09",
        "2022-01-12T14:30:09Zulu",
        "12/01/2022",
        "-",
        ".",
        "1.2.3",
        "2022-01-12T25:00:00Z"
      })
  void textThatNamesNoMomentForSureIsNone(String text) {
    assertThat(AUTO.read(text)).isNull();
  }

  @Test
  void textWithoutAZoneBelongsToTheGivenOne() {
    TimeFormat rome = new TimeFormat(Precision.AUTO, List.of(), ZoneId.of("Europe/Rome"));
    assertThat(rome.read("2022-07-12 14:30:09")).isEqualTo(Instant.parse("2022-07-12T12:30:09Z"));
    assertThat(rome.read("2022-07-12")).isEqualTo(Instant.parse("2022-07-11T22:00:00Z"));
    assertThat(rome.read("2022-07-12T14:30:09Z")).isEqualTo(Instant.parse("2022-07-12T14:30:09Z"));
  }

  @Test
  void patternsAreTriedInOrder() {
    TimeFormat format = format(Precision.AUTO, "dd/MM/yyyy HH:mm:ss", "yyyyMMdd", "MMM d, yyyy");
    assertThat(format.read("15/01/2025 09:30:00")).isEqualTo(Instant.parse("2025-01-15T09:30:00Z"));
    assertThat(format.read("20250115")).isEqualTo(Instant.parse("2025-01-15T00:00:00Z"));
    assertThat(format.read("30/02/2025 09:30:00")).isNull();
    assertThat(format.read("jan 15, 2025")).isEqualTo(Instant.parse("2025-01-15T00:00:00Z"));
    assertThat(format.read("2025-01-15")).isNull();
  }

  @Test
  void aPatternWithAnOffsetOverridesTheZone() {
    assertThat(format(Precision.AUTO, "dd.MM.yyyy HH:mm XXX").read("15.01.2025 09:30 +01:00"))
        .isEqualTo(Instant.parse("2025-01-15T08:30:00Z"));
  }

  @Test
  void anythingElseIsNoMoment() {
    assertThat(AUTO.read(true)).isNull();
    assertThat(AUTO.read(Map.of())).isNull();
  }

  @Test
  void momentsWrittenInManyWaysAreReadBack() {
    Random random = new Random(20_250_115);
    ZoneId[] zones = {
      ZoneOffset.UTC, ZoneOffset.ofHoursMinutes(5, 30), ZoneOffset.ofHoursMinutes(-3, -30)
    };
    for (int i = 0; i < 20_000; i++) {
      ZonedDateTime moment =
          Instant.ofEpochSecond(
                  random.nextLong(-2_208_988_800L, 32_503_680_000L),
                  random.nextBoolean() ? 0 : random.nextInt(1_000_000_000))
              .atZone(zones[random.nextInt(zones.length)]);
      String written = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment);
      assertThat(AUTO.read(written)).as(written).isEqualTo(moment.toInstant());
      String local = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment).replace('T', ' ');
      assertThat(new TimeFormat(Precision.AUTO, List.of(), moment.getZone()).read(local))
          .as(local)
          .isEqualTo(moment.toInstant());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2022-02-29T00:00:00Z",
        "2022-01-12T14:30:60Z",
        "2022-01-12T14:30:09+19:00",
        "2022-01-12T14:30:09+01:60",
        "2022-01-12T14:30:09+01:0x",
        "2022-01-12X14:30:09Z",
        "2022-01-12T14:30:09Z0",
        "２０22-01-12T14:30:09Z"
      })
  void aMomentThatDoesNotExistIsNone(String text) {
    assertThat(AUTO.read(text)).isNull();
  }

  @Test
  void theSkippedHourOfAClockChangeMovesOnAndTheRepeatedIsTheFirst() {
    TimeFormat rome = new TimeFormat(Precision.AUTO, List.of(), ZoneId.of("Europe/Rome"));
    assertThat(rome.read("2025-03-30T02:30:00")).isEqualTo(Instant.parse("2025-03-30T01:30:00Z"));
    assertThat(rome.read("2025-10-26T02:30:00")).isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
  }
}
