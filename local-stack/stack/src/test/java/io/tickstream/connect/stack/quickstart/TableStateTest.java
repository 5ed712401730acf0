package io.tickstream.connect.stack.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TableStateTest {
  private static final Instant EVENT = Instant.parse("2026-01-14T15:00:00Z");
  private static final TableState EMPTY = TableState.empty(new TableName("market", "trades"));

  @Test
  void theDelayIsFromTheNewestEventToItsFirstReading() {
    TableState state = EMPTY.then(1, EVENT, EVENT.plusMillis(80));
    assertThat(state.delay()).isEqualTo(Duration.ofMillis(80));
    assertThat(state.then(2, EVENT.plusSeconds(1), EVENT.plusMillis(1_090)).delay())
        .isEqualTo(Duration.ofMillis(90));
  }

  @Test
  void aTableThatRestsDoesNotSeemLate() {
    TableState state = EMPTY.then(1, EVENT, EVENT.plusMillis(80));
    assertThat(state.then(1, EVENT, EVENT.plusSeconds(30)).delay())
        .isEqualTo(Duration.ofMillis(80));
    assertThat(state.then(2, EVENT, EVENT.plusSeconds(60)).rows()).isEqualTo(2);
  }

  @Test
  void historyHasNoDelay() {
    assertThat(EMPTY.then(506, EVENT, EVENT.plus(Duration.ofDays(3_000))).delay()).isNull();
    assertThat(EMPTY.then(3, null, EVENT).delay()).isNull();
  }
}
