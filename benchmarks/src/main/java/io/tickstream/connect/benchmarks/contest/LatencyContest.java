package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.contest.LatencyTrial.Round;
import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import io.tickstream.connect.benchmarks.report.Report;
import io.tickstream.connect.benchmarks.report.Report.Column;
import io.tickstream.connect.benchmarks.report.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * From a trade's event time to the first read that returns its row, for every row of one symbol, at
 * each rate in turn; and how much of that has passed when the trade is in the topic, for all of
 * them. A rate that was not reached is no result.
 */
public final class LatencyContest extends Measurement {

  private static final double MIN_SHARE_OF_RATE = 0.99;
  private static final String MADE = "records/s made";
  private static final List<Column> COLUMNS =
      List.of(
          new Column("p50 ms", 1, true),
          new Column("p90 ms", 1, false),
          new Column("p99 ms", 1, true),
          new Column("max ms", 1, false),
          new Column("p50 ms to topic", 1, false),
          new Column("p99 ms to topic", 1, false),
          new Column("rows read", 0, false),
          new Column(MADE, 0, false),
          new Column("worker cores", 2, false),
          new Column("Cassandra cores", 2, false),
          new Column("broker cores", 2, false),
          new Column("reader cores", 2, false));

  private static final Map<Role, String> CORES =
      Map.of(
          Role.CLIENT, "worker cores",
          Role.CASSANDRA, "Cassandra cores",
          Role.BROKER, "broker cores",
          Role.BENCHMARK, "reader cores");

  private final Variant variant;
  private final PipelineSettings changes;

  /**
   * Not started yet.
   *
   * @param command what was typed, for the report
   */
  public LatencyContest(ContestOptions options, String command) {
    super(options, command, "latency");
    options.refuse(
        "latency",
        "contestants",
        "contestant",
        "records",
        "columns",
        "key",
        "workers",
        "live-heap",
        "max-poll-records",
        "timeout-s",
        "tables");
    this.variant = options.onlyVariant();
    this.changes = PipelineSettings.of(settings.ourSettings());
  }

  /** One line of the result: all rounds of one rate. */
  static final class Series {
    private final int rate;
    private final List<Round> rounds = new ArrayList<>();
    private @Nullable String failure;

    Series(int rate) {
      this.rate = rate;
    }

    void add(Round round) {
      rounds.add(round);
    }

    private String label() {
      return String.format(Locale.ROOT, "%,d records/s", rate);
    }

    private Spread spread(ToDoubleFunction<Round> figure) {
      return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
    }

    /** Trades that were not made could not be late. */
    private @Nullable String shortfall() {
      double slowest = spread(Round::rate).min();
      return slowest < MIN_SHARE_OF_RATE * rate
          ? String.format(Locale.ROOT, "only %,.0f records/s were made in a window", slowest)
          : null;
    }
  }

  @Override
  public Report run() throws Exception {
    List<Series> all = options.rates().stream().map(Series::new).toList();
    try (Rig rig = Rig.start(settings)) {
      LatencyTrial trial =
          new LatencyTrial(
              rig,
              settings,
              changes,
              variant,
              Duration.ofSeconds(options.settleSeconds()),
              Duration.ofSeconds(options.seconds()));
      for (int round = 0; round < options.warmUps() + options.repetitions(); round++) {
        for (Series series : all) {
          if (series.failure == null) {
            run(trial, series, round);
          }
        }
      }
    }
    List<Line> lines = all.stream().map(LatencyContest::line).toList();
    Setting setting =
        Setting.here(
            command,
            "Latency: event time to first successful read, simulator to Cassandra",
            options.maxOtherLoad());
    return new Report(setting, COLUMNS, lines);
  }

  private void run(LatencyTrial trial, Series series, int round) {
    try {
      Round measured = trial.run(series.rate, round);
      if (round >= options.warmUps()) {
        series.add(measured);
      }
      System.out.printf(
          Locale.ROOT,
          "%s: p50 %.1f ms, p99 %.1f ms of %d rows, %,.0f records/s made, others %.0f %%%n",
          series.label(),
          Spread.quantile(measured.toRow(), 0.5),
          Spread.quantile(measured.toRow(), 0.99),
          measured.toRow().size(),
          measured.rate(),
          100 * measured.usage().otherShare());
    } catch (Exception e) {
      series.failure = String.valueOf(e.getMessage());
      System.out.printf("%s failed: %s%n", series.label(), e);
    }
  }

  static Line line(Series series) {
    Map<String, Spread> figures = new LinkedHashMap<>();
    if (series.failure == null) {
      figures.put("p50 ms", quantile(series, Round::toRow, 0.5));
      figures.put("p90 ms", quantile(series, Round::toRow, 0.9));
      figures.put("p99 ms", quantile(series, Round::toRow, 0.99));
      figures.put("max ms", quantile(series, Round::toRow, 1));
      figures.put("p50 ms to topic", quantile(series, Round::toTopic, 0.5));
      figures.put("p99 ms to topic", quantile(series, Round::toTopic, 0.99));
      figures.put("rows read", series.spread(round -> round.toRow().size()));
      figures.put(MADE, series.spread(Round::rate));
      CORES.forEach((role, column) -> figures.put(column, cores(series, role)));
    }
    return new Line(
        series.label(),
        figures,
        series.rounds.size(),
        series.rounds.stream().mapToDouble(round -> round.usage().otherShare()).max().orElse(0),
        series.failure == null ? series.shortfall() : series.failure);
  }

  /** How many of the machine's processors were at work for it, on average. */
  private static Spread cores(Series series, Role role) {
    return series.spread(
        round -> round.usage().cpu().getOrDefault(role, 0.0) / round.usage().seconds());
  }

  private static Spread quantile(Series series, Function<Round, List<Double>> times, double share) {
    return series.spread(round -> Spread.quantile(times.apply(round), share));
  }
}
