package io.tickstream.connect.market.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectionsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "8, 1, 1",
    "9, 1, 2",
    "9, 2, 2",
    "17, 2, 3",
    "17, 3, 3",
    "18, 2, 4",
    "2, 3, 2"
  })
  void everyTaskHasConnectionsOfItsOwn(int symbols, int tasks, int opened) {
    assertThat(new Connections(3, 8, "").opened(symbols, tasks)).isEqualTo(opened);
  }

  @Test
  void withoutLimitsThereIsRoomForAny() {
    assertThat(Connections.UNLIMITED.symbols()).isGreaterThan(Integer.MAX_VALUE);
    assertThat(Connections.UNLIMITED.opened(100_000, 3)).isEqualTo(3);
  }
}
