package io.tickstream.connect.benchmarks.plugins;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Returns the same records again and again, one of each symbol in turn. */
public final class PrebuiltSourceTask extends SourceTask {

  /** The market source's trade, field by field. */
  static final Schema TRADE =
      SchemaBuilder.struct()
          .name("io.tickstream.market.Trade")
          .field("symbol", Schema.STRING_SCHEMA)
          .field("provider", Schema.STRING_SCHEMA)
          .field("event_time", Timestamp.SCHEMA)
          .field("price", Schema.FLOAT64_SCHEMA)
          .field("quantity", Schema.FLOAT64_SCHEMA)
          .field("trade_id", Schema.STRING_SCHEMA)
          .field("side", Schema.OPTIONAL_STRING_SCHEMA)
          .field("buyer_maker", Schema.OPTIONAL_BOOLEAN_SCHEMA)
          .field("conditions", SchemaBuilder.array(Schema.STRING_SCHEMA).optional().build())
          .field("event_time_us", Schema.OPTIONAL_INT64_SCHEMA)
          .build();

  private static final long EVENT_TIME = 1_767_225_600_000L;

  /** So long that a poll may begin at any symbol. */
  private List<SourceRecord> round = List.of();

  private int symbols;
  private int batch;
  private int next;

  @Override
  public String version() {
    return Floor.VERSION;
  }

  @Override
  public void start(Map<String, String> props) {
    List<SourceRecord> trades = trades(props);
    symbols = trades.size();
    batch =
        Integer.parseInt(
            props.getOrDefault(
                PrebuiltSourceConnector.BATCH, PrebuiltSourceConnector.DEFAULT_BATCH));
    round = IntStream.range(0, symbols + batch).mapToObj(i -> trades.get(i % symbols)).toList();
    next = 0;
  }

  /** The records of a task with these settings, one of each symbol. */
  public static List<SourceRecord> trades(Map<String, String> props) {
    String topic = props.getOrDefault(PrebuiltSourceConnector.TOPIC, "");
    int symbols =
        Integer.parseInt(
            props.getOrDefault(
                PrebuiltSourceConnector.SYMBOLS, PrebuiltSourceConnector.DEFAULT_SYMBOLS));
    return IntStream.range(0, symbols).mapToObj(i -> trade(topic, "S" + i)).toList();
  }

  private static SourceRecord trade(String topic, String symbol) {
    Struct trade =
        new Struct(TRADE)
            .put("symbol", symbol)
            .put("provider", "simulator")
            .put("event_time", Date.from(Instant.ofEpochMilli(EVENT_TIME)))
            .put("price", 187.44)
            .put("quantity", 100.0)
            .put("trade_id", "1234567")
            .put("side", "buy")
            .put("buyer_maker", false)
            .put("event_time_us", EVENT_TIME * 1000);
    return new SourceRecord(
        Map.of("source", "prebuilt", "symbol", symbol),
        Map.of("position", 0L),
        topic,
        null,
        Schema.STRING_SCHEMA,
        symbol,
        TRADE,
        trade,
        EVENT_TIME);
  }

  @Override
  public List<SourceRecord> poll() {
    List<SourceRecord> records = round.subList(next, next + batch);
    next = (next + batch) % symbols;
    return records;
  }

  @Override
  public void stop() {}
}
