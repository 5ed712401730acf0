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
    assertThat(roomFor(first, 0)).isEqualTo(RequestLimit.LEAST_ROOM);
    RequestLimits.Lease second = limits.lease("prices", 500);
    assertThat(roomFor(first, 0)).isEqualTo(RequestLimit.LEAST_ROOM / 2);
    assertThat(roomFor(first, RequestLimit.LEAST_ROOM_BYTES / 2)).isLessThan(100);
    second.close();
    second.close();
    assertThat(roomFor(first, 0)).isEqualTo(RequestLimit.LEAST_ROOM);
  }

  @Test
  void thereIsRoomForTwiceTheRequestsThatMayBeUnderWay() {
    RequestLimits.Lease task = limits.lease("prices", 500);
    assertThat(roomFor(task, RequestLimit.LEAST_ROOM_BYTES)).isEqualTo(2 * task.limit().current());
    for (int i = 1; i < 20; i++) {
      limits.lease("prices", 500);
    }
    assertThat(roomFor(task, 0)).isEqualTo(2 * task.limit().current());
  }

  /** With how many batches a task is full. */
  private static int roomFor(RequestLimits.Lease task, long bytes) {
    int batches = 0;
    while (task.limit().hasRoom(batches, bytes)) {
      batches++;
    }
    return batches;
  }
}
