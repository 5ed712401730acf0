package io.tickstream.connect.cassandra.write;

import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a thread does after an answer from nesting: when requests fail as soon as they are
 * sent, as those of a driver without a connection do, each would otherwise be settled, and the next
 * one sent, inside the call that sent the last, until the stack is used up.
 */
final class Unnested {
  private static final ThreadLocal<@Nullable ArrayDeque<Runnable>> LATER = new ThreadLocal<>();

  private Unnested() {}

  /**
   * Runs the action, or leaves it to the call of this method that the thread is in. Actions must
   * not throw.
   */
  static void run(Runnable action) {
    ArrayDeque<Runnable> outer = LATER.get();
    if (outer != null) {
      outer.add(action);
      return;
    }
    ArrayDeque<Runnable> later = new ArrayDeque<>();
    LATER.set(later);
    try {
      for (Runnable next = action; next != null; next = later.poll()) {
        next.run();
      }
    } finally {
      LATER.remove();
    }
  }
}
