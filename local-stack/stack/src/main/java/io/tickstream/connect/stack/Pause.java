package io.tickstream.connect.stack;

import java.util.concurrent.TimeUnit;

/** A short wait between two looks at another process, which has no way of telling us. */
final class Pause {
  private Pause() {}

  static void millis(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a server", e);
    }
  }
}
