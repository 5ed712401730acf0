package io.tickstream.connect.market.feed.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacerTest {

  @Test
  void theRateIsKeptHoweverUnevenlyItIsAskedFor() {
    Pacer pacer = new Pacer(20);
    long made = 0;
    for (long now = 0; now <= 60_000; now += 137) {
      int due = pacer.due(now, 2_000);
      pacer.made(due);
      made += due;
    }
    assertThat(made).isBetween(1_197L, 1_201L);
  }

  @Test
  void afterAStandstillOnlyASecondIsMadeUpFor() {
    Pacer pacer = new Pacer(20);
    pacer.made(pacer.due(0, 2_000));
    assertThat(pacer.due(600_000, 2_000)).isEqualTo(20);
  }

  @Test
  void aSlowRateIsNotRoundedUp() {
    Pacer pacer = new Pacer(0.5);
    assertThat(pacer.due(0, 10)).isEqualTo(1);
    pacer.made(1);
    assertThat(pacer.due(1_000, 10)).isZero();
    assertThat(pacer.waitMs(1_000)).isEqualTo(1_000);
    assertThat(pacer.due(2_000, 10)).isEqualTo(1);
  }

  @Test
  void withoutARateThereIsAlwaysAsMuchAsFits() {
    assertThat(new Pacer(0).due(0, 777)).isEqualTo(777);
    assertThat(new Pacer(0).waitMs(0)).isZero();
  }
}
