package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.raw.RawClient;
import io.tickstream.connect.benchmarks.raw.RawProducer;
import io.tickstream.connect.benchmarks.report.Report;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sources and the producer alone fill a topic. */
public final class SourceContest extends Measurement {

  private static final String RAW_TOPIC = "raw";
  private static final int RAW_BYTES = 150;
  private static final String CLIENT_HEAP = "1g";

  /**
   * Not started yet.
   *
   * @param command what was typed, for the report
   */
  public SourceContest(ContestOptions options, String command) {
    super(options, command, "source");
    options.refuse(
        "source",
        "max-poll-records",
        "columns",
        "key",
        "batch-rows",
        "batch-bytes",
        "live-heap",
        "tables",
        "rates",
        "seconds",
        "settle-seconds");
    options.refuseList("records");
  }

  @Override
  List<Variant> variants() {
    return options.variants().stream().map(Variant::ofSource).toList();
  }

  @Override
  public Report run() throws Exception {
    Contestants known = new Contestants(settings.ourSettings());
    List<Entry> entries =
        entries(
            contestants(known::source, "tickstream,prebuilt,producer", Contestant.Leaves.RECORDS));
    try (Rig rig = Rig.start(settings)) {
      contest(rig, entries);
    }
    String title =
        "Sources: %,d records, %s"
            .formatted(
                settings.rows().count(),
                settings.format() == ContestSettings.Format.AVRO ? "Avro" : "JSON without schemas");
    return Findings.report(command, title, options.maxOtherLoad(), entries, false);
  }

  private void contest(Rig rig, List<Entry> entries) throws IOException {
    Topics topics = rig.topics();
    SourceTrial sources = new SourceTrial(rig, settings, values(rig));
    topics.create(RAW_TOPIC, settings.partitions());
    AtomicLong expected = new AtomicLong();
    Consumer<Load> before =
        load -> expected.set(topics.end(RAW_TOPIC, settings.partitions()) + load.rows().count());
    Consumer<Load> after =
        load -> {
          long end = topics.end(RAW_TOPIC, settings.partitions());
          if (end != expected.get()) {
            throw new IllegalStateException(
                "the producer's topic ends at %,d instead of %,d".formatted(end, expected.get()));
          }
        };
    try (Clients clients = new Clients(rig, contestant -> producer(rig))) {
      contest(entries, sources, new RawTrial(rig, clients, before, after));
    }
  }

  private Map<String, String> values(Rig rig) {
    return Map.of(
        "symbols",
        IntStream.range(0, settings.rows().symbols())
            .mapToObj(Rows::name)
            .collect(Collectors.joining(",")),
        "bootstrap",
        rig.stack().bootstrapServers(),
        "registry",
        rig.stack().registryUrl().toString());
  }

  private RawClient producer(Rig rig) throws IOException {
    return RawClient.start(
        RawProducer.class,
        CLIENT_HEAP,
        settings.timeout(),
        List.of(rig.stack().bootstrapServers(), RAW_TOPIC, Integer.toString(RAW_BYTES)));
  }
}
