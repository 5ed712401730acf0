package io.tickstream.connect.stack;

import org.jspecify.annotations.Nullable;

/**
 * One default stack for all tests of a JVM: started by the first that asks, ended with the JVM.
 * Tests share it, so each uses topics, tables and connectors of its own names, and one that kills
 * servers starts a stack of its own.
 */
public final class SharedStack {
  private static @Nullable LocalStack stack;

  private SharedStack() {}

  public static synchronized LocalStack get() {
    LocalStack current = stack;
    if (current == null) {
      LocalStack started = LocalStack.builder().start();
      Runtime.getRuntime().addShutdownHook(new Thread(started::close, "shared-stack-close"));
      current = started;
      stack = started;
    }
    return current;
  }
}
