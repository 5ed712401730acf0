package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.contest.ContestSettings.Format;
import io.tickstream.connect.benchmarks.load.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The options of the whole-pipeline benchmarks, as typed; defaults in {@code usage()}. */
public final class ContestOptions {

  /** What {@code ./benchmarks/run} prints about them. */
  public static final String USAGE =
      """
      --records N[,N…]       rows of each run; a list for sink and transforms (1000000)
      --symbols N            distinct symbols, each a Cassandra partition (50)
      --columns N            columns of the table, at least 4 (4)
      --partitions N         of the topic (8)
      --tasks N[,N…]         tasks.max (1)
      --max-poll-records N[,N…]  (500)
      --workers N[,N…]       Connect workers of each contestant (1)
      --converter avro|json  of the topic's values (avro)
      --key symbol|none      of the topic's records (symbol)
      --batch-rows N         rows per batch of our sink (its default)
      --batch-bytes N        bytes per batch of our sink (its default)
      --set key=value        any option of our connector, in latency of our source or our sink; repeatable
      --contestants a,b,…    built-in ones to run
      --contestant name:plugin-folder:config.json  any other; repeatable; what a source leaves is only read and counted
      --repetitions N        that count (3)
      --warm-ups N           that do not (1)
      --flush-interval-ms N  offset.flush.interval.ms of the workers (200)
      --worker-heap SIZE     (1g)
      --cassandra-heap SIZE  (2g)
      --exactly-once         workers with exactly.once.source.support=enabled
      --live-heap            collect garbage in the middle of each run and note what stays
      --record DIR           a flight recording of the workers in each run
      --timeout-s N          of one run, clients without Connect too (300)
      --max-other-load X     share of the machine others may take before it is no result (0.1)
      --tables N             start: tables, each with a topic (50)
      --rates N[,N…]         latency: records per second (1000,10000)
      --seconds N            latency: of each window (20)
      --settle-seconds N     latency: before each window (10)
      --label TEXT           added to the names of the result's files
      """;

  private static final Set<String> VALUED =
      Set.of(
          "records",
          "symbols",
          "columns",
          "partitions",
          "tasks",
          "max-poll-records",
          "workers",
          "converter",
          "key",
          "batch-rows",
          "batch-bytes",
          "set",
          "contestants",
          "contestant",
          "repetitions",
          "warm-ups",
          "flush-interval-ms",
          "worker-heap",
          "cassandra-heap",
          "record",
          "timeout-s",
          "max-other-load",
          "label",
          "rates",
          "seconds",
          "settle-seconds",
          "tables");
  private static final Set<String> FLAGS = Set.of("exactly-once", "live-heap");

  private final Options options;

  /** Parses; refuses what it does not know. */
  public ContestOptions(List<String> arguments) {
    options = new Options(arguments, VALUED, FLAGS);
  }

  ContestSettings settings() {
    return new ContestSettings(
        Load.of(
            options.numbers("records", "1000000", 1),
            (int) options.number("symbols", 50, 1),
            (int) options.number("columns", Rows.FIXED_COLUMNS, Rows.FIXED_COLUMNS)),
        (int) options.number("partitions", 8, 1),
        Format.valueOf(
            options.choice("converter", "avro", "avro", "json").toUpperCase(Locale.ROOT)),
        options.choice("key", "symbol", "symbol", "none").equals("symbol"),
        options.number("flush-interval-ms", 200, 1),
        options.text("worker-heap", "1g"),
        options.text("cassandra-heap", "2g"),
        options.has("exactly-once"),
        ourSettings(),
        options.has("live-heap"),
        recordings(),
        Duration.ofSeconds(options.number("timeout-s", 300, 1)));
  }

  /** Absolute: the workers that write there have working directories of their own. */
  private Optional<Path> recordings() {
    return Optional.of(options.text("record", ""))
        .filter(text -> !text.isEmpty())
        .map(text -> Path.of(text).toAbsolutePath());
  }

  private Map<String, String> ourSettings() {
    Map<String, String> settings = new TreeMap<>();
    for (String pair : options.all("set")) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("--set is " + pair + ", allowed is key=value");
      }
      settings.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    options.all("batch-rows").forEach(rows -> settings.put("maxNumberOfRecordsInBatch", rows));
    options.all("batch-bytes").forEach(bytes -> settings.put("maxBytesInBatch", bytes));
    return settings;
  }

  List<Variant> variants() {
    List<Variant> variants = new ArrayList<>();
    for (int workers : options.numbers("workers", "1", 1)) {
      for (int tasks : options.numbers("tasks", "1", 1)) {
        for (int poll : options.numbers("max-poll-records", "500", 1)) {
          variants.add(new Variant(tasks, poll, workers));
        }
      }
    }
    return variants;
  }

  /**
   * Of a benchmark that runs in one variant.
   *
   * @throws IllegalArgumentException when the options ask for several
   */
  Variant onlyVariant() {
    refuseList("tasks");
    return variants().get(0);
  }

  /**
   * Says no to several numbers where the benchmark heeds one.
   *
   * @throws IllegalArgumentException when there are several
   */
  void refuseList(String name) {
    if (options.text(name, "").contains(",")) {
      throw new IllegalArgumentException(
          "--%s is a list, allowed is one number here".formatted(name));
    }
  }

  List<String> contestants(String byDefault) {
    return List.of(options.text("contestants", byDefault).split(",", -1));
  }

  List<String> guests() {
    return options.all("contestant");
  }

  /**
   * Says no to options that the benchmark does not heed.
   *
   * @throws IllegalArgumentException when one of them was given
   */
  void refuse(String benchmark, String... names) {
    for (String name : names) {
      if (options.has(name)) {
        throw new IllegalArgumentException("--%s is not for %s".formatted(name, benchmark));
      }
    }
  }

  /**
   * Says no to options of our connector where it does not contest.
   *
   * @param contestants names of the built-in ones that do
   * @throws IllegalArgumentException when one of them was given
   */
  void refuseOursUnlessIn(List<String> contestants) {
    for (String name : List.of("set", "batch-rows", "batch-bytes")) {
      if (options.has(name) && !contestants.contains(Contestants.OURS)) {
        throw new IllegalArgumentException(
            "--%s is for %s, which does not contest: name it in --contestants"
                .formatted(name, Contestants.OURS));
      }
    }
  }

  int repetitions() {
    return (int) options.number("repetitions", 3, 1);
  }

  int warmUps() {
    return (int) options.number("warm-ups", 1, 0);
  }

  int tables() {
    return (int) options.number("tables", 50, 1);
  }

  List<Integer> rates() {
    return options.numbers("rates", "1000,10000", 1);
  }

  long seconds() {
    return options.number("seconds", 20, 1);
  }

  long settleSeconds() {
    return options.number("settle-seconds", 10, 0);
  }

  double maxOtherLoad() {
    return options.share("max-other-load", 0.1);
  }

  /** Name of the result's files. */
  String resultName(String what) {
    String label = options.text("label", "");
    return label.isEmpty() ? what : what + "-" + label;
  }
}
