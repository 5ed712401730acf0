package io.tickstream.connect.benchmarks.contest;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.benchmarks.measure.Spread;
import io.tickstream.connect.benchmarks.report.Line;
import io.tickstream.connect.benchmarks.report.Report;
import io.tickstream.connect.benchmarks.report.Report.Column;
import io.tickstream.connect.benchmarks.report.Setting;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The simulator makes trades in real time, the sink writes them; the time from a trade's event time
 * to the first read that returns its row, for every row of one symbol, at each rate in turn.
 */
public final class LatencyContest extends Measurement {

  private static final String TABLE = "benchmarks.trades";
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final List<Column> COLUMNS =
      List.of(
          new Column("p50 ms", 1, true),
          new Column("p90 ms", 1, false),
          new Column("p99 ms", 1, true),
          new Column("max ms", 1, false),
          new Column("rows read", 0, false),
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
  }

  @Override
  public Report run() throws Exception {
    List<Series> all = options.rates().stream().map(Series::new).toList();
    try (Rig rig = Rig.start(settings)) {
      for (int round = 0; round < options.warmUps() + options.repetitions(); round++) {
        for (Series series : all) {
          Round measured = measure(rig, series.rate, round);
          if (round >= options.warmUps()) {
            series.rounds.add(measured);
          }
          System.out.printf(
              Locale.ROOT,
              "%,d records/s: p50 %.1f ms, p99 %.1f ms of %d rows, others %.0f %%%n",
              series.rate,
              Spread.quantile(measured.millis, 0.5),
              Spread.quantile(measured.millis, 0.99),
              measured.millis.size(),
              100 * measured.usage.otherShare());
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

  private record Round(List<Double> millis, Meter.Usage usage) {}

  private record Series(int rate, List<Round> rounds) {
    Series(int rate) {
      this(rate, new ArrayList<>());
    }
  }

  private Round measure(Rig rig, int rate, int round) throws Exception {
    String name = "latency-%d-%d".formatted(rate, round);
    Fleet fleet = rig.fleet(new Contestants(Map.of()).pipeline(), 1);
    prepareTable(rig.session());
    rig.topics().create(name, settings.partitions());
    ConnectClient connect = fleet.connect();
    connect.putConfig(name + "-sink", sink(rig, name));
    connect.awaitRunning(name + "-sink", LIMIT);
    Recording recording = Recording.start(settings, fleet.pids(), name);
    try (recording) {
      connect.putConfig(name + "-source", source(rig, name, rate));
      connect.awaitRunning(name + "-source", LIMIT);
      RowWatch watch = new RowWatch(rig.session(), TABLE, Rows.name(0));
      // The first rows wait for tables, connections and code that is not compiled yet.
      watch.watch(Duration.ofSeconds(options.settleSeconds()));
      Meter meter = Meter.start(rig.roles(fleet.pids()));
      List<Double> millis = watch.watch(Duration.ofSeconds(options.seconds()));
      Meter.Usage usage = meter.stop();
      if (millis.isEmpty()) {
        throw new IllegalStateException("no row of " + Rows.name(0) + " arrived");
      }
      return new Round(millis, usage);
    } finally {
      for (String connector : List.of(name + "-source", name + "-sink")) {
        connect.delete(connector);
        connect.await(
            connector, LIMIT, "stop", status -> status.state().equals(ConnectorStatus.ABSENT));
      }
      rig.topics().delete(name);
    }
  }

  private static void prepareTable(CqlSession session) {
    session.execute(
        "CREATE KEYSPACE IF NOT EXISTS benchmarks"
            + " WITH replication = {'class': 'SimpleStrategy', 'replication_factor': 1}");
    session.execute(
        "CREATE TABLE IF NOT EXISTS "
            + TABLE
            + " (symbol text, event_time timestamp, trade_id text, price double, quantity double,"
            + " PRIMARY KEY (symbol, event_time, trade_id))");
    session.execute("TRUNCATE " + TABLE);
  }

  private Map<String, String> sink(Rig rig, String topic) throws Exception {
    Map<String, String> config = new TreeMap<>(Contestants.builtIn("tickstream-sink"));
    config.put("topics", topic);
    config.putAll(settings.ourSettings());
    Map<String, String> values =
        Map.of(
            "topic",
            topic,
            "table",
            TABLE,
            "mapping",
            "symbol=value.symbol, event_time=value.event_time, trade_id=value.trade_id,"
                + " price=value.price, quantity=value.quantity",
            "cassandra.host",
            rig.stack().cassandraAddress().getHostString(),
            "cassandra.port",
            Integer.toString(rig.stack().cassandraAddress().getPort()),
            "cassandra.dc",
            rig.stack().localDatacenter());
    return complete(rig, config, values);
  }

  private Map<String, String> source(Rig rig, String topic, int rate) throws Exception {
    Map<String, String> config = new TreeMap<>(Contestants.builtIn("tickstream-source"));
    config.put("sim.rate", Integer.toString(rate));
    config.put("sim.time", "wall");
    config.remove("batch.max.records");
    String symbols =
        IntStream.range(0, settings.rows().symbols())
            .mapToObj(Rows::name)
            .collect(Collectors.joining(","));
    return complete(rig, config, Map.of("topic", topic, "symbols", symbols));
  }

  private Map<String, String> complete(
      Rig rig, Map<String, String> config, Map<String, String> values) {
    return ConnectorConfig.complete(
        new Placeholders(values).fill(config), variant, settings.format(), rig.stack());
  }

  private static Line line(Series series) {
    Map<String, Spread> figures = new LinkedHashMap<>();
    figures.put("p50 ms", spread(series, 0.5));
    figures.put("p90 ms", spread(series, 0.9));
    figures.put("p99 ms", spread(series, 0.99));
    figures.put("max ms", spread(series, 1));
    figures.put(
        "rows read",
        Spread.of(series.rounds.stream().map(round -> (double) round.millis.size()).toList()));
    CORES.forEach((role, column) -> figures.put(column, cores(series, role)));
    return new Line(
        String.format(Locale.ROOT, "%,d records/s", series.rate),
        figures,
        series.rounds.size(),
        series.rounds.stream().mapToDouble(round -> round.usage.otherShare()).max().orElse(0),
        null);
  }

  /** How many of the machine's processors were at work for it, on average. */
  private static Spread cores(Series series, Role role) {
    return Spread.of(
        series.rounds.stream()
            .map(round -> round.usage.cpu().getOrDefault(role, 0.0) / round.usage.seconds())
            .toList());
  }

  private static Spread spread(Series series, double share) {
    return Spread.of(
        series.rounds.stream().map(round -> Spread.quantile(round.millis, share)).toList());
  }
}
