package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DurationsTest {
  @Test
  void secondsMinutesAndHoursAreUnderstood() {
    assertThat(Durations.parse("--for", "45s")).isEqualTo(Duration.ofSeconds(45));
    assertThat(Durations.parse("--for", "10m")).isEqualTo(Duration.ofMinutes(10));
    assertThat(Durations.parse("--for", "2h")).isEqualTo(Duration.ofHours(2));
  }

  @Test
  void shortOnesAreShownInMillisecondsAndLongOnesInSeconds() {
    assertThat(Durations.format(Duration.ofMillis(999))).isEqualTo("999 ms");
    assertThat(Durations.format(Duration.ofMillis(2_140))).isEqualTo("2.1 s");
    assertThat(Durations.format(Duration.ofMillis(-12))).isEqualTo("-12 ms");
  }
}
