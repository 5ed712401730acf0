package io.tickstream.connect.benchmarks;

import io.tickstream.connect.benchmarks.contest.ContestOptions;
import io.tickstream.connect.benchmarks.contest.LatencyContest;
import io.tickstream.connect.benchmarks.contest.Measurement;
import io.tickstream.connect.benchmarks.contest.SinkContest;
import io.tickstream.connect.benchmarks.contest.SourceContest;
import io.tickstream.connect.benchmarks.contest.StartContest;
import io.tickstream.connect.benchmarks.contest.TransformsContest;
import io.tickstream.connect.benchmarks.micro.MicroBenchmarks;
import io.tickstream.connect.benchmarks.report.MarkdownTable;
import io.tickstream.connect.benchmarks.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command behind {@code ./benchmarks/run}. */
public final class Benchmarks {

  private static final int USAGE = 2;
  private static final int NO_RESULT = 3;

  /** What a shell takes as it is. */
  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  private Benchmarks() {}

  /** Runs the benchmark named by the first argument; the rest are its options. */
  public static void main(String[] args) throws Exception {
    Path results = Path.of(System.getProperty("benchmarks.results", "results"));
    String what = args.length == 0 ? "" : args[0];
    String[] rest = Arrays.copyOfRange(args, Math.min(1, args.length), args.length);
    String command =
        "./benchmarks/run "
            + Arrays.stream(args).map(Benchmarks::quoted).collect(Collectors.joining(" "));
    try {
      switch (what) {
        case "sink" -> finish(new SinkContest(options(rest), command), results);
        case "source" -> finish(new SourceContest(options(rest), command), results);
        case "transforms" -> finish(new TransformsContest(options(rest), command), results);
        case "latency" -> finish(new LatencyContest(options(rest), command), results);
        case "start" -> finish(new StartContest(options(rest), command), results);
        case "micro" -> {
          MicroBenchmarks benchmarks = new MicroBenchmarks(List.of(rest), command);
          finish(benchmarks.run(), results, benchmarks.resultName());
        }
        default -> {
          System.err.println(
              """
              usage: ./benchmarks/run sink|source|transforms|latency|start [options]
                     ./benchmarks/run micro [--label TEXT] [JMH's options]
              """);
          System.err.print(ContestOptions.USAGE);
          System.exit(USAGE);
        }
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(USAGE);
    }
  }

  private static String quoted(String argument) {
    return PLAIN.matcher(argument).matches()
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }

  private static ContestOptions options(String[] arguments) {
    return new ContestOptions(List.of(arguments));
  }

  private static void finish(Measurement measurement, Path results) throws Exception {
    finish(measurement.run(), results, measurement.resultName());
  }

  private static void finish(Report report, Path results, String name) throws IOException {
    System.out.println();
    System.out.print(MarkdownTable.of(report));
    report.write(results, name);
    if (!report.isResult()) {
      System.exit(NO_RESULT);
    }
  }
}
