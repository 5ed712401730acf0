package io.tickstream.connect.cassandra.write;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.session.CqlRequests;
import io.tickstream.connect.cassandra.session.SessionLease;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.table.Nature;
import io.tickstream.connect.cassandra.table.RowStatement;
import io.tickstream.connect.cassandra.table.TableTarget;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;
import org.slf4j.LoggerFactory;

/** Pipelines into the table of a simulated server, with a real driver between. */
record SimulatedPipelines(
    ScriptedCassandra cassandra,
    FakeContext context,
    Timer timer,
    RequestLimit limit,
    SinkCounters counters) {

  /**
   * @param settings beyond topic and mapping
   */
  Pipeline open(Nature nature, Map<String, String> settings) {
    Map<String, String> properties = new HashMap<>(settings);
    properties.put("topics", "trades");
    properties.put(
        "topic.trades.market.trades.mapping", "symbol=key, id=value.id, price=value.price");
    Tools tools =
        new Tools(
            timer,
            System::nanoTime,
            new Backoff(Duration.ofMillis(2), Duration.ofMillis(20), bound -> bound - 1),
            counters,
            new FailureLog(LoggerFactory.getLogger(SimulatedPipelines.class), System::nanoTime));
    SinkSettings sink = SinkSettings.of(properties);
    CqlRequests requests =
        new CqlRequests(new OpenLease(cassandra.session), sink.write().maxRowsInBatch());
    Pipeline pipeline =
        new Pipeline(
            sink,
            context,
            (topic, table, sample) ->
                cassandra
                    .session
                    .prepareAsync(ScriptedCassandra.INSERT)
                    .thenApply(
                        prepared ->
                            new TableTarget(
                                table,
                                PipelineHarness.layout(),
                                topic.codec(),
                                ProtocolVersion.V4,
                                RowStatement.of(
                                    table.qualifiedName(), prepared, nature, table.consistency()),
                                null)),
            batch -> requests.send(batch.rows()),
            limit,
            tools);
    pipeline.open(List.of(PipelineHarness.PARTITION));
    return pipeline;
  }

  /** Waits until all records before the position are written. */
  static void awaitCommitted(Pipeline pipeline, long position) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              pipeline.put(List.of());
              return committed(pipeline, position) == position;
            });
  }

  /** What would be committed when the framework stands at the position. */
  static long committed(Pipeline pipeline, long position) {
    return pipeline
        .preCommit(Map.of(PipelineHarness.PARTITION, new OffsetAndMetadata(position)))
        .get(PipelineHarness.PARTITION)
        .offset();
  }

  private record OpenLease(CqlSession open) implements SessionLease {
    @Override
    public CompletableFuture<CqlSession> session() {
      return CompletableFuture.completedFuture(open);
    }

    @Override
    public void close() {}
  }
}
