package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestLimitsTest {
  private final RequestLimits limits = new RequestLimits();

  @Test
  void tasksOfAConnectorShareItsLimit() {
    RequestLimits.Lease first = limits.lease("prices", 500);
    assertThat(limits.lease("prices", 500).limit()).isSameAs(first.limit());
    assertThat(limits.lease("trades", 500).limit()).isNotSameAs(first.limit());
  }

  @Test
  void tasksOfAConnectorShareTheRoomForBatches() {
    RequestLimits.Lease first = limits.lease("prices", 500);
    assertThat(first.limit().room(0)).isEqualTo(RequestLimit.LEAST_ROOM);
    RequestLimits.Lease second = limits.lease("prices", 500);
    assertThat(first.limit().room(0)).isEqualTo(RequestLimit.LEAST_ROOM / 2);
    second.close();
    second.close();
    assertThat(first.limit().room(0)).isEqualTo(RequestLimit.LEAST_ROOM);
  }

  @Test
  void thereIsRoomForTwiceTheRequestsThatMayBeUnderWay() {
    RequestLimits.Lease task = limits.lease("prices", 500);
    assertThat(task.limit().room(100_000_000)).isEqualTo(2 * task.limit().current());
    for (int i = 1; i < 20; i++) {
      limits.lease("prices", 500);
    }
    assertThat(task.limit().room(0)).isEqualTo(2 * task.limit().current());
  }
}
