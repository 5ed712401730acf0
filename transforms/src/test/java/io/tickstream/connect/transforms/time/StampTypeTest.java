package io.tickstream.connect.transforms.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import org.junit.jupiter.api.Test;

class StampTypeTest {
  private static final Instant MOMENT = Instant.parse("2025-01-15T09:30:00.123456789Z");

  @Test
  void everyTypeKeepsWhatItCanHold() {
    assertThat(write(StampType.TIMESTAMP, MOMENT)).isEqualTo(new Date(1_736_933_400_123L));
    assertThat(write(StampType.EPOCH_MS, MOMENT)).isEqualTo(1_736_933_400_123L);
    assertThat(write(StampType.EPOCH_US, MOMENT)).isEqualTo(1_736_933_400_123_456L);
    assertThat(write(StampType.EPOCH_NS, MOMENT)).isEqualTo(1_736_933_400_123_456_789L);
    assertThat(write(StampType.ISO8601, MOMENT)).isEqualTo("2025-01-15T09:30:00.123456789Z");
  }

  @Test
  void textIsInTheGivenZone() {
    assertThat(StampType.ISO8601.write(MOMENT, ZoneId.of("Europe/Rome")))
        .isEqualTo("2025-01-15T10:30:00.123456789+01:00");
  }

  @Test
  void momentsBefore1970AreCutTowardsThePast() {
    Instant before = Instant.parse("1969-12-31T23:59:59.999999999Z");
    assertThat(write(StampType.TIMESTAMP, before)).isEqualTo(new Date(-1));
    assertThat(write(StampType.EPOCH_US, before)).isEqualTo(-1L);
    assertThat(write(StampType.EPOCH_NS, before)).isEqualTo(-1L);
  }

  @Test
  void theEarliestNanosecondFitsAndTheOneBeforeDoesNot() {
    Instant earliest = Instant.ofEpochSecond(0, 0).plusNanos(Long.MIN_VALUE);
    assertThat(write(StampType.EPOCH_NS, earliest)).isEqualTo(Long.MIN_VALUE);
    assertThatThrownBy(() -> write(StampType.EPOCH_NS, earliest.minusNanos(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  private static Object write(StampType type, Instant moment) {
    return type.write(moment, ZoneOffset.UTC);
  }
}
