package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.load.Trade;
import io.tickstream.connect.benchmarks.load.TradeTable;
import io.tickstream.connect.benchmarks.load.Trades;
import io.tickstream.connect.benchmarks.measure.Meter;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The simulator makes trades in real time, the sink writes them, and a reader notes how old those
 * of one symbol are when they can be read. When the simulator has ended, all that it left in the
 * topic must come to be in the table.
 */
final class LatencyTrial {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final long COUNT_AGAIN_MS = 500;

  private final Rig rig;
  private final ContestSettings settings;
  private final PipelineSettings changes;
  private final Variant variant;
  private final Duration settle;
  private final Duration duration;
  private final TradeTable table;
  private final TopicReader reader;

  /**
   * Runs rounds.
   *
   * @param changes to what the two connectors are configured with
   * @param settle how long to wait before each window
   * @param duration of each window
   */
  LatencyTrial(
      Rig rig,
      ContestSettings settings,
      PipelineSettings changes,
      Variant variant,
      Duration settle,
      Duration duration) {
    this.rig = rig;
    this.settings = settings;
    this.changes = changes;
    this.variant = variant;
    this.settle = settle;
    this.duration = duration;
    this.table = new TradeTable(rig.session());
    this.reader = new TopicReader(rig, settings);
  }

  /**
   * What a round has shown.
   *
   * @param toRow milliseconds from event time to the first read, of the rows that were first read
   *     in the window
   * @param toTopic milliseconds from event time to the broker, of all trades of the window
   * @param rate trades per second that were made in the window
   */
  record Round(List<Double> toRow, List<Double> toTopic, double rate, Meter.Usage usage) {}

  private record Window(long fromMs, long toMs, List<Double> toRow, Meter.Usage usage) {}

  /**
   * Runs one round.
   *
   * @param rate trades per second
   * @param round makes names unique
   * @throws Exception saying why it shows nothing
   */
  Round run(int rate, int round) throws Exception {
    String name = "latency-%d-%d".formatted(rate, round);
    String sink = name + "-sink";
    Fleet fleet = rig.fleet(new Contestants(Map.of()).pipeline(), 1);
    ConnectClient connect = fleet.connect();
    table.createOrEmpty();
    rig.topics().createStamping(name, settings.partitions());
    connect.putConfig(sink, sink(name));
    try {
      connect.awaitRunning(sink, LIMIT);
      Window window = watch(fleet, name, rate);
      Trades trades = new Trades();
      List<Double> toTopic = new ArrayList<>();
      reader.read(
          name,
          (value, appendedMs) -> {
            Trade trade = Trade.of(value);
            trades.add(trade);
            if (trade.timeMs() >= window.fromMs && trade.timeMs() < window.toMs) {
              toTopic.add((double) (appendedMs - trade.timeMs()));
            }
          });
      awaitRows(trades.total());
      return new Round(
          window.toRow,
          toTopic,
          toTopic.size() * 1_000.0 / (window.toMs - window.fromMs),
          window.usage);
    } finally {
      end(connect, sink);
      rig.topics().delete(name);
    }
  }

  private Window watch(Fleet fleet, String name, int rate) throws Exception {
    ConnectClient connect = fleet.connect();
    String source = name + "-source";
    Recording recording = Recording.start(settings, fleet.pids(), name);
    try (recording) {
      connect.putConfig(source, source(name, rate));
      try {
        connect.awaitRunning(source, LIMIT);
        RowWatch watch = new RowWatch(rig.session(), TradeTable.NAME, Rows.name(0));
        // The first rows wait for tables, connections and code that is not compiled yet.
        watch.watch(settle);
        Meter meter = Meter.start(rig.roles(fleet.pids()));
        long fromMs = System.currentTimeMillis();
        List<Double> toRow = watch.watch(duration);
        long toMs = System.currentTimeMillis();
        Meter.Usage usage = meter.stop();
        if (toRow.isEmpty()) {
          throw new IllegalStateException("no row of " + Rows.name(0) + " arrived");
        }
        return new Window(fromMs, toMs, toRow, usage);
      } finally {
        end(connect, source);
      }
    }
  }

  private static void end(ConnectClient connect, String connector) {
    connect.delete(connector);
    connect.await(
        connector, LIMIT, "stop", status -> status.state().equals(ConnectorStatus.ABSENT));
  }

  /** Until the sink has written so many rows; it must not write more either. */
  private void awaitRows(long wanted) throws InterruptedException {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    long rows = table.rows();
    while (rows < wanted && System.nanoTime() < deadline) {
      Thread.sleep(COUNT_AGAIN_MS);
      rows = table.rows();
    }
    if (rows != wanted) {
      throw new IllegalStateException(
          "the table holds %,d rows where the topic holds %,d trades".formatted(rows, wanted));
    }
  }

  private Map<String, String> sink(String topic) throws IOException {
    Map<String, String> config = new TreeMap<>(Contestants.builtIn("tickstream-sink"));
    config.put("topics", topic);
    config.putAll(changes.sink());
    Map<String, String> values =
        Map.of(
            "topic",
            topic,
            "table",
            TradeTable.NAME,
            "mapping",
            TradeTable.MAPPING,
            "cassandra.host",
            rig.stack().cassandraAddress().getHostString(),
            "cassandra.port",
            Integer.toString(rig.stack().cassandraAddress().getPort()),
            "cassandra.dc",
            rig.stack().localDatacenter());
    return complete(config, values);
  }

  private Map<String, String> source(String topic, int rate) throws IOException {
    Map<String, String> config = new TreeMap<>(Contestants.builtIn("tickstream-source"));
    config.put("sim.rate", Integer.toString(rate));
    config.put("sim.time", "wall");
    config.remove("batch.max.records");
    config.putAll(changes.source());
    String symbols =
        IntStream.range(0, settings.rows().symbols())
            .mapToObj(Rows::name)
            .collect(Collectors.joining(","));
    return complete(config, Map.of("topic", topic, "symbols", symbols));
  }

  private Map<String, String> complete(Map<String, String> config, Map<String, String> values) {
    return ConnectorConfig.complete(
        new Placeholders(values).fill(config), variant, settings.format(), rig.stack());
  }
}
