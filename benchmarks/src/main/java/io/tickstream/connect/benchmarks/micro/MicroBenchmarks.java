package io.tickstream.connect.benchmarks.micro;

import io.tickstream.connect.benchmarks.measure.MachineTimes;
import io.tickstream.connect.benchmarks.measure.ProcessTimes;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import io.tickstream.connect.benchmarks.report.Report;
import io.tickstream.connect.benchmarks.report.Report.Column;
import io.tickstream.connect.benchmarks.report.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.util.Statistics;

/** Runs the JMH benchmarks of this package, always with their CPU time and their allocation. */
public final class MicroBenchmarks {

  private static final Column CPU = new Column("CPU ns/op", 0, true);
  private static final Column WALL = new Column("wall ns/op", 0, false);
  private static final Column BYTES = new Column("allocated B/op", 0, true);
  private static final String ALLOCATION = "gc.alloc.rate.norm";

  /** On a CPU time per operation other work has little influence; on the wall's it has much. */
  private static final double MAX_OTHER_SHARE = 0.1;

  private static final String LABEL = "--label";

  private final List<String> jmhOptions;
  private final String command;
  private final String resultName;

  /**
   * Not run yet.
   *
   * @param options JMH's own command line: a pattern, {@code -p columns=50}, {@code -f 1} …; and
   *     anywhere in it perhaps {@code --label TEXT}
   * @param command what was typed, for the report
   */
  public MicroBenchmarks(List<String> options, String command) {
    int label = options.indexOf(LABEL);
    if (label == options.size() - 1 && label >= 0) {
      throw new IllegalArgumentException(LABEL + " needs a text");
    }
    this.jmhOptions = new ArrayList<>(options);
    this.command = command;
    if (label < 0) {
      this.resultName = "micro";
    } else {
      this.resultName = "micro-" + options.get(label + 1);
      jmhOptions.subList(label, label + 2).clear();
    }
  }

  /** Name of the result's files. */
  public String resultName() {
    return resultName;
  }

  /** What JMH is given. */
  List<String> jmhOptions() {
    return jmhOptions;
  }

  /** Runs what was selected, or all. */
  public Report run() throws RunnerException, CommandLineOptionException {
    OptionsBuilder options = new OptionsBuilder();
    options
        .parent(new CommandLineOptions(jmhOptions.toArray(String[]::new)))
        .addProfiler(GCProfiler.class)
        .addProfiler(CpuProfiler.class);
    long self = ProcessHandle.current().pid();
    long startedAt = System.nanoTime();
    double busyBefore = MachineTimes.busySeconds();
    double ownBefore = ProcessTimes.cpuSecondsWithEndedChildren(self);
    Collection<RunResult> all = new Runner(options.build()).run();
    double others =
        MachineTimes.otherShare(
            MachineTimes.busySeconds() - busyBefore,
            ProcessTimes.cpuSecondsWithEndedChildren(self) - ownBefore,
            (System.nanoTime() - startedAt) / 1e9,
            Runtime.getRuntime().availableProcessors());
    List<Line> lines = new ArrayList<>();
    all.forEach(result -> lines.add(line(result, others)));
    Setting setting = Setting.here(command, "Hot paths, one operation each", MAX_OTHER_SHARE);
    return new Report(setting, List.of(CPU, WALL, BYTES), lines);
  }

  private static Line line(RunResult result, double others) {
    BenchmarkParams benchmark = result.getParams();
    String method = benchmark.getBenchmark();
    String type = method.substring(0, method.lastIndexOf('.'));
    StringBuilder label = new StringBuilder(method.substring(type.lastIndexOf('.') + 1));
    for (String key : benchmark.getParamsKeys()) {
      label.append(' ').append(key).append('=').append(benchmark.getParam(key));
    }
    Map<String, Spread> figures = new LinkedHashMap<>();
    result
        .getSecondaryResults()
        .forEach(
            (name, secondary) -> {
              if (name.endsWith(CpuProfiler.LABEL)) {
                figures.put(CPU.name(), spread(secondary));
              } else if (name.endsWith(ALLOCATION)) {
                figures.put(BYTES.name(), spread(secondary));
              }
            });
    figures.put(WALL.name(), spread(result.getPrimaryResult()));
    Statistics samples = result.getPrimaryResult().getStatistics();
    return new Line(label.toString(), figures, (int) samples.getN(), others, null);
  }

  private static Spread spread(Result<?> result) {
    List<Double> values = new ArrayList<>();
    result
        .getStatistics()
        .getRawData()
        .forEachRemaining(
            value -> {
              for (long i = 0; i < value.getValue(); i++) {
                values.add(value.getKey());
              }
            });
    return Spread.of(values);
  }
}
