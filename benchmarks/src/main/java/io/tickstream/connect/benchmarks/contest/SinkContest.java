package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.contest.ContestSettings.Format;
import io.tickstream.connect.benchmarks.load.Preload;
import io.tickstream.connect.benchmarks.load.RecordSchema;
import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.load.Table;
import io.tickstream.connect.benchmarks.raw.RawClient;
import io.tickstream.connect.benchmarks.raw.RawDriver;
import io.tickstream.connect.benchmarks.report.Report;
import io.tickstream.connect.stack.LocalStack;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.storage.Converter;

/** Sinks and the driver alone write the same rows into the same table. */
public final class SinkContest extends Measurement {

  private static final String TABLE = "benchmarks.ticks";
  private static final String CLIENT_HEAP = "1g";

  /**
   * Not started yet.
   *
   * @param command what was typed, for the report
   */
  public SinkContest(ContestOptions options, String command) {
    super(options, command, "sink");
    options.refuse("sink", "exactly-once", "tables", "rates", "seconds", "settle-seconds");
  }

  @Override
  public Report run() throws Exception {
    Contestants known = new Contestants(settings.ourSettings());
    return run(
        contestants(
            known::sink, "tickstream,nothing,driver-32,driver-single", Contestant.Leaves.ROWS),
        title());
  }

  Report run(List<Contestant> contestants, String title) throws Exception {
    List<Entry> entries = entries(contestants);
    try (Rig rig = Rig.start(settings)) {
      settings.loads().forEach(load -> preload(rig, load));
      contest(rig, entries);
    }
    return Findings.report(
        command, title, options.maxOtherLoad(), entries, settings.measureLiveHeap());
  }

  private void contest(Rig rig, List<Entry> entries) throws IOException {
    Table table = new Table(rig.session(), TABLE, settings.rows().columns());
    try (Clients clients =
        new Clients(rig, contestant -> driver(rig.stack(), (Contestant.Driver) contestant))) {
      SinkTrial sinks = new SinkTrial(rig, settings, table, values(rig), clients);
      contest(
          entries, sinks, new RawTrial(rig, clients, load -> table.createOrEmpty(), sinks::verify));
    }
  }

  private Map<String, String> values(Rig rig) {
    LocalStack servers = rig.stack();
    return Map.of(
        "table", TABLE,
        "keyspace", TABLE.substring(0, TABLE.indexOf('.')),
        "mapping", Table.mapping(settings.rows().columns()),
        "cassandra.host", servers.cassandraAddress().getHostString(),
        "cassandra.port", Integer.toString(servers.cassandraAddress().getPort()),
        "cassandra.dc", servers.localDatacenter(),
        "bootstrap", servers.bootstrapServers(),
        "registry", servers.registryUrl().toString());
  }

  private void preload(Rig rig, Load load) {
    rig.topics().create(load.topic(), settings.partitions());
    RecordSchema schema = new RecordSchema(load.rows());
    Converter converter = Converters.of(settings.format(), rig.stack().registryUrl());
    new Preload(rig.stack().bootstrapServers())
        .fill(
            load.topic(),
            settings.partitions(),
            load.rows(),
            row -> value(schema, row),
            converter,
            settings.stringKey());
  }

  private SchemaAndValue value(RecordSchema schema, long row) {
    return settings.format() == Format.AVRO ? schema.struct(row) : schema.map(row);
  }

  private RawClient driver(LocalStack servers, Contestant.Driver driver) throws IOException {
    Rows rows = settings.rows();
    return RawClient.start(
        RawDriver.class,
        CLIENT_HEAP,
        settings.timeout(),
        List.of(
            servers.cassandraAddress().getHostString(),
            Integer.toString(servers.cassandraAddress().getPort()),
            servers.localDatacenter(),
            TABLE,
            Integer.toString(rows.symbols()),
            Integer.toString(rows.columns()),
            Integer.toString(driver.batchRows()),
            Boolean.toString(driver.prepared())));
  }

  private String title() {
    Rows rows = settings.rows();
    return "Sinks: %s rows, %,d symbols, %d columns, %s, %s"
        .formatted(
            settings.loads().stream()
                .map(load -> "%,d".formatted(load.rows().count()))
                .collect(Collectors.joining(" and ")),
            rows.symbols(),
            rows.columns(),
            settings.format() == Format.AVRO ? "Avro" : "JSON without schemas",
            settings.stringKey() ? "String key" : "no key");
  }
}
