package io.tickstream.connect.stack;

import java.time.Duration;

/** Told about each server while a stack starts; called on the thread that starts it. */
public interface StackListener {
  StackListener SILENT =
      new StackListener() {
        @Override
        public void starting(ServerProcess server) {}

        @Override
        public void ready(ServerProcess server, Duration after) {}
      };

  void starting(ServerProcess server);

  void ready(ServerProcess server, Duration after);
}
