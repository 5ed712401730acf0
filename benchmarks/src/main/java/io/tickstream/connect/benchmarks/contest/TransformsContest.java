package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A sink that does nothing reads the same topic without a transform, behind Kafka's and behind
 * ours. What a transform costs is the worker's CPU time above the first line.
 */
public final class TransformsContest extends Measurement {

  private static final String OURS = "io.tickstream.connect.transforms.";
  private static final String KAFKAS = "org.apache.kafka.connect.transforms.";

  /**
   * Not started yet.
   *
   * @param command what was typed, for the report
   */
  public TransformsContest(ContestOptions options, String command) {
    super(options, command, "transforms");
    options.refuse(
        "transforms",
        "contestants",
        "contestant",
        "set",
        "batch-rows",
        "batch-bytes",
        "exactly-once",
        "tables",
        "rates",
        "seconds",
        "settle-seconds");
  }

  @Override
  public Report run() throws Exception {
    return new SinkContest(options, command)
        .run(contestants(), "Transforms before a sink that does nothing");
  }

  private List<Contestant> contestants() throws IOException {
    Contestants known = new Contestants(Map.of());
    List<Contestant> contestants = new ArrayList<>();
    contestants.add(known.nothing(Contestants.NOTHING, Map.of()));
    contestants.add(
        known.nothing(
            "kafka-insert-field",
            transform(KAFKAS + "InsertField$Value", Map.of("timestamp.field", "ingested"))));
    contestants.add(
        known.nothing(
            "tickstream-insert-timestamps",
            transform(OURS + "InsertTimestamps$Value", Map.of("processing.to", "ingested"))));
    contestants.add(
        known.nothing(
            "kafka-timestamp-converter",
            transform(
                KAFKAS + "TimestampConverter$Value",
                Map.of("field", "ts", "target.type", "Date"))));
    contestants.add(
        known.nothing(
            "tickstream-time-bucket",
            transform(
                OURS + "TimeBucket$Value",
                Map.of(
                    "source",
                    "ts",
                    "bucket.field",
                    "day",
                    "granularity",
                    "day",
                    "output.type",
                    "date"))));
    return contestants;
  }

  private static Map<String, String> transform(String type, Map<String, String> settings) {
    Map<String, String> config = new TreeMap<>();
    config.put("transforms", "t");
    config.put("transforms.t.type", type);
    settings.forEach((key, value) -> config.put("transforms.t." + key, value));
    return config;
  }
}
