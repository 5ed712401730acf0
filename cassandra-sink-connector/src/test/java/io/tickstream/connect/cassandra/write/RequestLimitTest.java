package io.tickstream.connect.cassandra.write;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestLimitTest {
  private static final long UNKNOWN = -1;

  private final RequestLimit limit = new RequestLimit(1);
  private final List<String> turns = new ArrayList<>();

  /** A task that always has one more request to send. */
  private void want(String task) {
    if (limit.tryAcquire(() -> want(task))) {
      turns.add(task);
      want(task);
    }
  }

  @Test
  void tasksThatWaitGetPermitsInTurn() {
    want("first");
    want("second");
    want("third");
    for (int i = 0; i < 5; i++) {
      limit.release(i, UNKNOWN, false);
    }
    assertThat(turns).containsExactly("first", "first", "second", "third", "first", "second");
  }

  @Test
  void aTaskThatHasNothingToSendAnyMoreLeavesItsTurnToTheNext() {
    want("first");
    assertThat(limit.tryAcquire(() -> turns.add("nothing to send"))).isFalse();
    want("third");
    limit.release(0, UNKNOWN, false);
    limit.release(1, UNKNOWN, false);
    assertThat(turns).containsExactly("first", "first", "nothing to send", "third");
    assertThat(limit.underWay()).isEqualTo(1);
  }
}
