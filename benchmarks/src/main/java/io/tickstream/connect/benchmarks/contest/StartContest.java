package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Preload;
import io.tickstream.connect.benchmarks.load.RecordSchema;
import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.load.Table;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import io.tickstream.connect.benchmarks.report.Report;
import io.tickstream.connect.benchmarks.report.Report.Column;
import io.tickstream.connect.benchmarks.report.Setting;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.storage.Converter;

/**
 * How long a connector with many tables takes from its creation on a warm worker until the first
 * record, and a record of every topic, is committed. The sink that does nothing shows Connect's own
 * part.
 */
public final class StartContest extends Measurement {

  private static final int ROWS = 10;
  private static final long POLL_MS = 10;
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String FIRST = "to first commit s";
  private static final String ALL = "to all committed s";
  private static final List<Column> COLUMNS =
      List.of(new Column(FIRST, 2, true), new Column(ALL, 2, true));

  private final Variant variant;

  /**
   * Not started yet.
   *
   * @param command what was typed, for the report
   */
  public StartContest(ContestOptions options, String command) {
    super(options, command, "start");
    options.refuse(
        "start",
        "contestant",
        "records",
        "symbols",
        "columns",
        "partitions",
        "key",
        "workers",
        "live-heap",
        "exactly-once",
        "max-poll-records",
        "timeout-s",
        "rates",
        "seconds",
        "settle-seconds");
    this.variant = options.onlyVariant();
  }

  private record Start(double first, double all, double otherShare) {}

  private record Series(Contestant.Connector contestant, List<Start> starts) {}

  @Override
  public Report run() throws Exception {
    Contestants known = new Contestants(settings.ourSettings());
    List<Series> all = new ArrayList<>();
    for (Contestant contestant :
        contestants(known::sink, "tickstream,nothing", Contestant.Leaves.ROWS)) {
      if (!(contestant instanceof Contestant.Connector connector)) {
        throw new IllegalArgumentException(
            contestant.name() + " is no connector, and has nothing to start");
      }
      all.add(new Series(connector, new ArrayList<>()));
    }
    List<String> names =
        IntStream.range(0, options.tables()).mapToObj(table -> "table" + table).toList();
    try (Rig rig = Rig.start(settings)) {
      prepare(rig, names);
      for (int round = 0; round < options.warmUps() + options.repetitions(); round++) {
        for (Series series : all) {
          Start start = measure(rig, series.contestant, names, round);
          if (round >= options.warmUps()) {
            series.starts.add(start);
          }
          System.out.printf(
              Locale.ROOT,
              "%-20s first %.2f s, all %.2f s, others %.0f %%%n",
              series.contestant.name(),
              start.first,
              start.all,
              100 * start.otherShare);
        }
      }
    }
    String title = "Start of a connector with %d tables on a warm worker".formatted(names.size());
    return new Report(
        Setting.here(command, title, options.maxOtherLoad()),
        COLUMNS,
        all.stream().map(StartContest::line).toList());
  }

  private void prepare(Rig rig, List<String> names) {
    Rows rows = new Rows(ROWS, 1, Rows.FIXED_COLUMNS);
    RecordSchema schema = new RecordSchema(rows);
    Converter converter = Converters.of(settings.format(), rig.stack().registryUrl());
    Preload preload = new Preload(rig.stack().bootstrapServers());
    for (String name : names) {
      new Table(rig.session(), "benchmarks." + name, rows.columns()).createOrEmpty();
      rig.topics().create(name, 1);
      preload.fill(name, 1, rows, schema::struct, converter, true);
    }
  }

  private Start measure(Rig rig, Contestant.Connector contestant, List<String> names, int round)
      throws Exception {
    Fleet fleet = rig.fleet(contestant, 1);
    ConnectClient connect = fleet.connect();
    String name = contestant.name() + "-" + round;
    Map<String, String> config = config(rig, contestant, names);
    Recording recording = Recording.start(settings, fleet.pids(), name);
    try (recording) {
      Meter meter = Meter.start(rig.roles(fleet.pids()));
      long createdAt = System.nanoTime();
      connect.putConfig(name, config);
      try {
        double first = awaitCommitted(rig, name, 1, createdAt);
        double all = awaitCommitted(rig, name, (long) ROWS * names.size(), createdAt);
        return new Start(first, all, meter.stop().otherShare());
      } finally {
        connect.delete(name);
        connect.await(name, LIMIT, "stop", status -> status.state().equals(ConnectorStatus.ABSENT));
      }
    }
  }

  private static double awaitCommitted(Rig rig, String name, long records, long createdAt)
      throws InterruptedException {
    long deadline = createdAt + LIMIT.toNanos();
    while (rig.topics().committed("connect-" + name) < records) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(name + " did not commit in " + LIMIT);
      }
      Thread.sleep(POLL_MS);
    }
    return (System.nanoTime() - createdAt) / 1e9;
  }

  private Map<String, String> config(Rig rig, Contestant.Connector contestant, List<String> names) {
    Map<String, String> config = new TreeMap<>();
    for (String name : names) {
      Map<String, String> values =
          Map.of(
              "topic", name,
              "table", "benchmarks." + name,
              "mapping", Table.mapping(Rows.FIXED_COLUMNS),
              "cassandra.host", rig.stack().cassandraAddress().getHostString(),
              "cassandra.port", Integer.toString(rig.stack().cassandraAddress().getPort()),
              "cassandra.dc", rig.stack().localDatacenter());
      config.putAll(new Placeholders(values).fill(contestant.config()));
    }
    config.put("topics", names.stream().collect(Collectors.joining(",")));
    return ConnectorConfig.complete(config, variant, settings.format(), rig.stack());
  }

  private static Line line(Series series) {
    return new Line(
        series.contestant.name(),
        Map.of(
            FIRST, Spread.of(series.starts.stream().map(Start::first).toList()),
            ALL, Spread.of(series.starts.stream().map(Start::all).toList())),
        series.starts.size(),
        series.starts.stream().mapToDouble(Start::otherShare).max().orElse(0),
        null);
  }
}
