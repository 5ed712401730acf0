package io.tickstream.connect.benchmarks.raw;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * The child's side of the line protocol with the benchmark: each line received starts one run of so
 * many records; the child answers {@code started}, then {@code done}. It ends with its input.
 */
final class Baton {

  static final String STARTED = "started";
  static final String DONE = "done";

  /** One run; returns when everything it sent is acknowledged. */
  interface Run {
    void run(long records) throws Exception;
  }

  private Baton() {}

  static void serve(Run run) throws Exception {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(STARTED);
      run.run(Long.parseLong(line));
      System.out.println(DONE);
    }
  }
}
