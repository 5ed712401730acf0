package io.tickstream.connect.cassandra.codec;

import static com.datastax.oss.driver.api.core.type.DataTypes.DATE;
import static com.datastax.oss.driver.api.core.type.DataTypes.DECIMAL;
import static com.datastax.oss.driver.api.core.type.DataTypes.TEXT;
import static com.datastax.oss.driver.api.core.type.DataTypes.TIME;
import static com.datastax.oss.driver.api.core.type.DataTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class CodecSettingsTest {
  private static final CodecSettings DEFAULTS = CodecSettings.defaults();
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @Test
  void secondsWithAFractionBecomeMilliseconds() {
    CodecSettings seconds = unit(TimeUnit.SECONDS);
    Instant expected = Instant.ofEpochMilli(1_700_000_000_125L);
    assertThat(Decoded.of(TIMESTAMP, null, 1_700_000_000.125, seconds)).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "1700000000.125", seconds)).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, 1_700_000_000L, seconds))
        .isEqualTo(Instant.ofEpochSecond(1_700_000_000));
  }

  @Test
  void microsecondsThatATimestampCannotHoldAreRefused() {
    CodecSettings micros = unit(TimeUnit.MICROSECONDS);
    assertThat(Decoded.of(TIMESTAMP, null, 1_700_000_000_125_000L, micros))
        .isEqualTo(Instant.ofEpochMilli(1_700_000_000_125L));
    assertThatThrownBy(() -> Decoded.of(TIMESTAMP, null, 1_700_000_000_125_001L, micros))
        .hasMessage(
            "cannot write a java.lang.Long as CQL timestamp: finer than the MILLISECONDS that it"
                + " holds");
    assertThatThrownBy(() -> Decoded.of(TIMESTAMP, null, "2022-01-12T14:30:09.123456", micros))
        .isInstanceOf(ConversionException.class);
  }

  @Test
  void microsecondsFitATime() {
    assertThat(Decoded.of(TIME, null, 1_000_001L, unit(TimeUnit.MICROSECONDS)))
        .isEqualTo(LocalTime.of(0, 0, 1, 1_000));
  }

  @Test
  void aPatternIsReadInItsZoneAndIsoTextStillWorks() {
    CodecSettings settings =
        new CodecSettings(
            Locale.US,
            NEW_YORK,
            "yyyy-MM-dd HH:mm:ss",
            "dd.MM.yyyy",
            "hh:mm a",
            TimeUnit.MILLISECONDS);
    Instant expected = Instant.parse("2022-01-12T14:30:09Z");
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12 09:30:09", settings)).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12T14:30:09Z", settings)).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, expected.toEpochMilli(), settings)).isEqualTo(expected);
    assertThat(Decoded.of(DATE, null, "12.01.2022", settings)).isEqualTo(LocalDate.of(2022, 1, 12));
    assertThat(Decoded.of(DATE, null, "2022-01-12", settings)).isEqualTo(LocalDate.of(2022, 1, 12));
    assertThat(Decoded.of(TIME, null, "02:30 PM", settings)).isEqualTo(LocalTime.of(14, 30));
    assertThat(Decoded.of(TEXT, Timestamp.SCHEMA, Date.from(expected), settings))
        .isEqualTo("2022-01-12 09:30:09");
  }

  @Test
  void aDateThatDoesNotExistIsRefusedInAnyFormat() {
    CodecSettings settings =
        new CodecSettings(
            Locale.US, ZoneOffset.UTC, "yyyy-MM-dd", "dd.MM.yyyy", "HH:mm", TimeUnit.MILLISECONDS);
    assertThatThrownBy(() -> Decoded.of(DATE, null, "30.02.2022", settings))
        .hasMessage(
            "cannot write a java.lang.String as CQL date: neither in the declared format nor in"
                + " ISO's")
        .hasNoCause();
    assertThatThrownBy(() -> Decoded.of(TIMESTAMP, null, "2022-02-30", DEFAULTS))
        .isInstanceOf(ConversionException.class);
  }

  @Test
  void digitsThatThePatternReadsAreNoNumber() {
    CodecSettings basic =
        new CodecSettings(
            Locale.US, ZoneOffset.UTC, "yyyyMMdd", "BASIC_ISO_DATE", "HHmm", TimeUnit.MILLISECONDS);
    assertThat(Decoded.of(TIMESTAMP, null, "20220112", basic))
        .isEqualTo(Instant.parse("2022-01-12T00:00:00Z"));
    assertThat(Decoded.of(DATE, null, "20220112", basic)).isEqualTo(LocalDate.of(2022, 1, 12));
    assertThat(Decoded.of(TIME, null, "1430", basic)).isEqualTo(LocalTime.of(14, 30));
  }

  @Test
  void unitsSinceTheEpochTakeIsoTextAsWell() {
    CodecSettings units =
        new CodecSettings(
            Locale.US,
            ZoneOffset.UTC,
            "UNITS_SINCE_EPOCH",
            "ISO_LOCAL_DATE",
            "ISO_LOCAL_TIME",
            TimeUnit.SECONDS);
    Instant expected = Instant.parse("2022-01-12T14:30:09Z");
    assertThat(Decoded.of(TIMESTAMP, null, "1641997809", units)).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12T14:30:09Z", units)).isEqualTo(expected);
    assertThat(Decoded.of(TEXT, Timestamp.SCHEMA, Date.from(expected), units))
        .isEqualTo("1641997809");
  }

  @Test
  void numbersAreReadInTheWayOfTheLocale() {
    CodecSettings german = locale(Locale.GERMANY);
    assertThat(Decoded.of(DECIMAL, null, "1.234,50", german)).isEqualTo(new BigDecimal("1234.50"));
    assertThat(Decoded.of(DECIMAL, null, "1,234.50", DEFAULTS))
        .isEqualTo(new BigDecimal("1234.50"));
    assertThatThrownBy(() -> Decoded.of(DECIMAL, null, "12.34,5", german))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(DECIMAL, null, "1,2,3", DEFAULTS))
        .isInstanceOf(ConversionException.class);
  }

  @Test
  void aDateWithoutSchemaIsWhatItsColumnIs() {
    CodecSettings there =
        new CodecSettings(
            Locale.US,
            NEW_YORK,
            "CQL_TIMESTAMP",
            "ISO_LOCAL_DATE",
            "ISO_LOCAL_TIME",
            TimeUnit.MILLISECONDS);
    Date midnightUtc = Date.from(Instant.parse("2022-01-12T00:00:00Z"));
    Date midnightThere = Date.from(Instant.parse("2022-01-12T05:00:00Z"));
    assertThat(Decoded.of(DATE, null, midnightUtc, there)).isEqualTo(LocalDate.of(2022, 1, 12));
    assertThat(Decoded.of(DATE, null, midnightThere, there)).isEqualTo(LocalDate.of(2022, 1, 12));
    assertThat(Decoded.of(TIMESTAMP, null, midnightUtc, there)).isEqualTo(midnightUtc.toInstant());
    assertThat(Decoded.of(TIME, null, new Date(1_000), there)).isEqualTo(LocalTime.of(0, 0, 1));
    assertThatThrownBy(() -> Decoded.of(DATE, null, new Date(1), there))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(TIME, null, midnightUtc, there))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(DATE, Timestamp.SCHEMA, midnightUtc, there))
        .isInstanceOf(ConversionException.class);
  }

  @Test
  void aWrongPatternIsNamed() {
    assertThatThrownBy(
            () ->
                new CodecSettings(
                    Locale.US, ZoneOffset.UTC, "CQL_TIMESTAMP", "abc", "HH", TimeUnit.SECONDS))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "date is neither a predefined format such as ISO_LOCAL_DATE nor a date-time pattern: ");
  }

  private static CodecSettings unit(TimeUnit unit) {
    return new CodecSettings(
        DEFAULTS.locale(),
        DEFAULTS.timeZone(),
        DEFAULTS.timestamp(),
        DEFAULTS.date(),
        DEFAULTS.time(),
        unit);
  }

  private static CodecSettings locale(Locale locale) {
    return new CodecSettings(
        locale,
        DEFAULTS.timeZone(),
        DEFAULTS.timestamp(),
        DEFAULTS.date(),
        DEFAULTS.time(),
        DEFAULTS.unit());
  }
}
