package io.tickstream.connect.benchmarks.raw;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The child's side of the line protocol with the benchmark: each line received starts one run; the
 * child answers {@code started}, then {@code done}. It ends with its input.
 */
final class Baton {

  static final String STARTED = "started";
  static final String DONE = "done";

  /** One run; returns when everything it sent is acknowledged. */
  interface Run {
    void run() throws Exception;
  }

  private Baton() {}

  static void serve(Run run) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    while (hasLine(in)) {
      System.out.println(STARTED);
      run.run();
      System.out.println(DONE);
    }
  }

  private static boolean hasLine(BufferedReader in) throws IOException {
    return in.readLine() != null;
  }
}
