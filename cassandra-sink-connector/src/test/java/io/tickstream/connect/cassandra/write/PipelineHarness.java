package io.tickstream.connect.cassandra.write;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import io.tickstream.connect.cassandra.table.TableLayout;
import io.tickstream.connect.cassandra.table.TableLayout.Column;
import io.tickstream.connect.cassandra.table.TableLayout.Kind;
import io.tickstream.connect.cassandra.table.TableTarget;
import io.tickstream.connect.cassandra.table.UnpreparedTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.slf4j.LoggerFactory;

/** A pipeline into a table {@code market.trades}, with everything around it standing still. */
final class PipelineHarness {
  /** A column that the table has if it is mapped. */
  static final String SEEN = "seen";

  static final TopicPartition PARTITION = new TopicPartition("trades", 0);

  final FakeContext context = new FakeContext();
  final FakeRequests requests = new FakeRequests();
  final FakeTimer timer = new FakeTimer();
  final SinkCounters counters = new SinkCounters();
  final RequestLimit limit;
  final Pipeline pipeline;
  CompletableFuture<Void> tablesReady = CompletableFuture.completedFuture(null);

  PipelineHarness(String... settings) {
    Map<String, String> properties = new HashMap<>();
    properties.put("name", "test");
    properties.put("topics", "trades");
    properties.put(
        "topic.trades.market.trades.mapping", "symbol=key, id=value.id, price=value.price");
    for (int i = 0; i < settings.length; i += 2) {
      properties.put(settings[i], settings[i + 1]);
    }
    SinkSettings parsed = SinkSettings.of(properties);
    limit = new RequestLimit(parsed.write().maxRequests());
    pipeline =
        new Pipeline(
            parsed,
            context,
            (topic, table, sample) ->
                tablesReady.thenApply(
                    ready -> target(table, table.maps(SEEN) ? layoutWithSeen() : layout(), topic)),
            requests,
            limit,
            tools(timer, counters));
    pipeline.open(List.of(PARTITION));
  }

  static Tools tools(FakeTimer timer, SinkCounters counters) {
    return new Tools(
        timer,
        timer::nanoTime,
        new Backoff(Duration.ofMillis(100), Duration.ofSeconds(10), bound -> bound - 1),
        counters,
        new FailureLog(LoggerFactory.getLogger(PipelineHarness.class), timer::nanoTime));
  }

  /** Without the columns that the table lacks, as while they are to be added. */
  private static TableTarget target(
      TableSettings settings, TableLayout layout, TopicSettings topic) {
    return UnpreparedTarget.of(
        settings.withColumns(
            column -> column.isSpecial() || layout.column(column.column()) != null),
        layout,
        topic.codec());
  }

  private static TableLayout layoutWithSeen() {
    TableLayout layout = layout();
    List<Column> columns = new ArrayList<>(layout.columns());
    columns.add(new Column(CqlIdentifier.fromInternal(SEEN), DataTypes.TIMEUUID, Kind.REGULAR));
    return new TableLayout(layout.keyspace(), layout.table(), columns);
  }

  static TableLayout layout() {
    return new TableLayout(
        CqlIdentifier.fromInternal("market"),
        CqlIdentifier.fromInternal("trades"),
        List.of(
            new Column(CqlIdentifier.fromInternal("symbol"), DataTypes.TEXT, Kind.PARTITION),
            new Column(CqlIdentifier.fromInternal("id"), DataTypes.BIGINT, Kind.CLUSTERING),
            new Column(CqlIdentifier.fromInternal("price"), DataTypes.DOUBLE, Kind.REGULAR)));
  }

  static SinkRecord trade(long offset, String symbol, Object price) {
    return trade(offset, 1_000 + offset, symbol, price);
  }

  static SinkRecord trade(long offset, long timestamp, String symbol, Object price) {
    Map<String, Object> value = new HashMap<>();
    value.put("id", offset);
    value.put("price", price);
    return new SinkRecord(
        PARTITION.topic(),
        PARTITION.partition(),
        Schema.STRING_SCHEMA,
        symbol,
        null,
        value,
        offset,
        timestamp,
        TimestampType.CREATE_TIME);
  }

  void put(SinkRecord... records) {
    pipeline.put(List.of(records));
  }

  /** What would be committed when the framework stands at the position, long after all came. */
  long committed(long position) {
    committedInTheEnd(position);
    timer.advanceMillis(110);
    try {
      put();
    } catch (ConnectException told) {
      // A failed task commits what it can, too.
    }
    return committedInTheEnd(position);
  }

  private long committedInTheEnd(long position) {
    timer.waiting = true;
    try {
      return committedAtOnce(position);
    } finally {
      timer.waiting = false;
    }
  }

  /** For when there is nothing left to wait for. */
  long committedAtOnce(long position) {
    OffsetAndMetadata current = new OffsetAndMetadata(position);
    return pipeline.preCommit(Map.of(PARTITION, current)).get(PARTITION).offset();
  }
}
