package io.tickstream.connect.cassandra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimestampTest {

  @Property
  void itAgreesWithTheFormatter(
      @ForAll @LongRange(min = -62_000_000_000_000L, max = 250_000_000_000_000L) long millis,
      @ForAll @IntRange(min = -17 * 60, max = 17 * 60) int minutes) {
    OffsetDateTime there =
        Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(minutes * 60));
    for (String pattern :
        new String[] {"uuuu-MM-dd'T'HH:mm:ss.SSSXXX", "uuuu-MM-dd HH:mm:ss.SSSSSSxx"}) {
      String text = DateTimeFormatter.ofPattern(pattern).format(there);
      assertThat(IsoTimestamp.epochMillis(text, IsoTimestamp.NO_OFFSET)).isEqualTo(millis);
    }
    String local = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS").format(there);
    assertThat(IsoTimestamp.epochMillis(local, minutes * 60)).isEqualTo(millis);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2022-01-12",
        "2022-01-12T14:30Z",
        "2022-01-12T14:30:09",
        "2022-01-12T14:30:09.",
        "2022-01-12T14:30:09.1234Z",
        "2022-01-12T14:30:09.0000000000Z",
        "2022-01-12T14:30:09+01",
        "2022-01-12T14:30:09+19:00",
        "2022-01-12T14:30:09[Europe/Paris]",
        "2022-01-12T24:00:00Z",
        "2022-01-12T14:30:60Z",
        "2O22-01-12T14:30:09Z",
        "1641997809000000000",
      })
  void anyOtherFormIsLeftToTheFormatter(String text) {
    assertThat(IsoTimestamp.epochMillis(text, IsoTimestamp.NO_OFFSET))
        .isEqualTo(IsoTimestamp.OTHER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2022-02-30T00:00:00Z", "2022-13-01T00:00:00Z", "2023-02-29 00:00:00Z"})
  void aDayThatDoesNotExistIsRefused(String text) {
    assertThatThrownBy(() -> IsoTimestamp.epochMillis(text, 0))
        .isInstanceOf(DateTimeException.class);
  }
}
