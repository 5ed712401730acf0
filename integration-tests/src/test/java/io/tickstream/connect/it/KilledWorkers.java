package io.tickstream.connect.it;

import io.tickstream.connect.stack.ServerKind;
import io.tickstream.connect.stack.StackBuilder;

/** What stacks need whose workers are going to be killed. */
public final class KilledWorkers {

  private KilledWorkers() {}

  /**
   * Lets a worker be back soon. It reads its topics to their end before it starts, and so waits for
   * the transaction in which its predecessor was killed: a minute by default, seconds here.
   */
  public static StackBuilder soonBack(StackBuilder stack) {
    return stack
        .setting(ServerKind.WORKER, "producer.transaction.timeout.ms", "3000")
        .setting(
            ServerKind.BROKER,
            "transaction.abort.timed.out.transaction.cleanup.interval.ms",
            "500");
  }
}
