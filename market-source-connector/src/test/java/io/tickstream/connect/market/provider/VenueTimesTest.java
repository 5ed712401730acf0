package io.tickstream.connect.market.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VenueTimesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-17T15:59:58",
        "2024-02-29T00:00:00",
        "2024-05-17T15:59:58.1",
        "2024-05-17T15:59:58.123456",
        "2024-05-17T15:59:58.123456789",
        "2024-05-17T15:59:58.",
        "2024-05-17T15:59",
        "+12024-05-17T15:59:58"
      })
  void readsWhatJavaReads(String text) {
    assertThat(VenueTimes.parse(text)).isEqualTo(LocalDateTime.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2023-02-29T00:00:00",
        "2024-05-17T24:00:00",
        "2024-05-17 15:59:58",
        "2024-05-17T15:59:58.1234567890",
        "2024-05-17T15:59:5x",
        "2024-05-17T15:59:58Z"
      })
  void refusesWhatJavaRefuses(String text) {
    assertThatThrownBy(() -> LocalDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> VenueTimes.parse(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-05-17 15:59:58", "2024-02-29 00:00:00.123456", "2024-05-17 15:59"})
  void readsASpaceForTheT(String text) {
    assertThat(VenueTimes.parseSpaced(text)).isEqualTo(LocalDateTime.parse(text.replace(' ', 'T')));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "2023-02-29 00:00:00", "2024-05-17  15:59:58", "2024-05-17"})
  void refusesWhatIsNoTimeAfterASpace(String text) {
    assertThatThrownBy(() -> VenueTimes.parseSpaced(text)).isInstanceOf(DateTimeException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-17T15:59:58Z",
        "2024-05-17T15:59:58.123456Z",
        "2024-05-17T15:59:58.123456789Z",
        "2024-05-17T24:00:00Z",
        "2016-12-31T23:59:60Z",
        "2024-05-17T15:59:58+02:00"
      })
  void readsTheInstantsThatJavaReads(String text) {
    assertThat(VenueTimes.parseUtc(text)).isEqualTo(Instant.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Z", "2024-05-17T15:59:58", "2024-05-17 15:59:58Z", "2023-02-29T00:00:00Z"})
  void refusesTheInstantsThatJavaRefuses(String text) {
    assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> VenueTimes.parseUtc(text)).isInstanceOf(DateTimeException.class);
  }
}
