package io.tickstream.connect.benchmarks.micro;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the JMH benchmarks of this package, always with their allocation, and keeps JMH's JSON. */
public final class MicroBenchmarks {

  private MicroBenchmarks() {}

  /**
   * Runs what {@code jmhOptions} select, or all.
   *
   * @param jmhOptions JMH's own command line: a pattern, {@code -p columns=50}, {@code -f 1} …
   * @param results folder that receives {@code micro.json}
   */
  public static void run(String[] jmhOptions, Path results)
      throws IOException, RunnerException, CommandLineOptionException {
    Files.createDirectories(results);
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(new CommandLineOptions(jmhOptions))
        .addProfiler(GCProfiler.class)
        .resultFormat(ResultFormatType.JSON)
        .result(results.resolve("micro.json").toString());
    new Runner(options.build()).run();
  }
}
