package io.tickstream.connect.benchmarks;

import io.tickstream.connect.benchmarks.micro.MicroBenchmarks;
import java.nio.file.Path;
import java.util.Arrays;

/** The command behind {@code ./benchmarks/run}. */
public final class Benchmarks {

  private Benchmarks() {}

  /** Runs the benchmark named by the first argument; the rest are its options. */
  public static void main(String[] args) throws Exception {
    Path results = Path.of(System.getProperty("benchmarks.results", "results"));
    String what = args.length == 0 ? "" : args[0];
    String[] options = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    switch (what) {
      case "micro" -> MicroBenchmarks.run(options, results);
      default -> {
        System.err.println("usage: ./benchmarks/run micro [options]");
        System.exit(2);
      }
    }
  }
}
