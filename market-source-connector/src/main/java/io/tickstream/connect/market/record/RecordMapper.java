package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.offset.Positioned;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns events into records. Everything that can be made once per task or per symbol is. Not
 * thread-safe.
 */
public final class RecordMapper {

  /**
   * The header that names the fault which was injected into a simulated event; of two faults there
   * are two.
   */
  public static final String FAULT_HEADER = "sim.fault";

  private static final Schema KEY_STRUCT =
      SchemaBuilder.struct()
          .name("io.tickstream.market.Key")
          .field("provider", Schema.STRING_SCHEMA)
          .field("symbol", Schema.STRING_SCHEMA)
          .build();

  private final String provider;
  private final Dataset dataset;
  private final String interval;
  private final ValueShape shape;
  private final String topicTemplate;
  private final String keyKind;
  private final String timestampKind;
  private final List<String> headers;
  private final Map<String, Route> routes = new HashMap<>();

  /** What all records of a symbol share. */
  private record Route(String topic, @Nullable Schema keySchema, @Nullable Object key) {}

  /**
   * Reads the options of {@link RecordOptions}.
   *
   * @param layout the layout of trades: {@code binance_trade}, {@code stock_trades}, or empty for
   *     the usual one
   */
  public RecordMapper(
      AbstractConfig config,
      String provider,
      Dataset dataset,
      @Nullable Interval interval,
      String layout) {
    this.provider = provider;
    this.dataset = dataset;
    this.interval = interval == null ? "" : interval.text();
    this.topicTemplate = config.getString(RecordOptions.TOPIC).trim();
    this.keyKind = config.getString(RecordOptions.KEY);
    this.timestampKind = config.getString(RecordOptions.TIMESTAMP);
    this.headers = config.getList(RecordOptions.HEADERS);
    this.shape = shape(config, layout);
  }

  private ValueShape shape(AbstractConfig config, String layout) {
    PriceType prices =
        PriceType.of(
            config.getString(RecordOptions.PRICE_TYPE),
            config.getLong(RecordOptions.PRICE_SCALE).intValue());
    String given = config.getString(RecordOptions.SCHEMA_NAME).trim();
    String mode = config.getString(RecordOptions.VALUE_MODE);
    if (mode.equals("raw") || mode.equals("envelope")) {
      return new TextShape();
    }
    if (mode.equals("ohlc_flat") || layout.equals("ohlc_flat")) {
      return new FlatOhlcShape(
          prices, nameOr(given, "FlatBar"), ZoneId.of(config.getString(RecordOptions.VALUE_ZONE)));
    }
    if (layout.equals("binance_trade")) {
      return new BinanceTradeShape(nameOr(given, "BinanceTrade"));
    }
    if (layout.equals("stock_trades")) {
      return new StockTradeShape(nameOr(given, "StockTrade"));
    }
    return switch (dataset) {
      case TRADE -> new TradeShape(provider, prices, nameOr(given, "Trade"));
      case QUOTE -> new QuoteShape(provider, prices, nameOr(given, "Quote"));
      case BAR -> new BarShape(provider, prices, nameOr(given, "Bar"));
    };
  }

  private static String nameOr(String given, String usual) {
    return given.isEmpty() ? "io.tickstream.market." + usual : given;
  }

  /** The record of an event; {@code nowMs} is its time of ingestion. */
  public SourceRecord map(Positioned positioned, long nowMs) {
    String symbol = positioned.event().symbol();
    Route route = routes.get(symbol);
    if (route == null) {
      route = route(symbol);
      routes.put(symbol, route);
    }
    return new SourceRecord(
        positioned.partition(),
        positioned.offset(),
        route.topic(),
        null,
        route.keySchema(),
        route.key(),
        shape.schema(),
        shape.value(positioned),
        timestamp(positioned, nowMs),
        headers.isEmpty() && positioned.marks().isEmpty() ? null : headers(positioned.marks()));
  }

  private @Nullable Long timestamp(Positioned positioned, long nowMs) {
    return switch (timestampKind) {
      case "event" -> positioned.event().updateMs();
      case "ingest" -> nowMs;
      default -> null;
    };
  }

  private ConnectHeaders headers(List<String> marks) {
    ConnectHeaders result = new ConnectHeaders();
    for (String header : headers) {
      switch (header) {
        case "provider" -> result.addString("market.provider", provider);
        case "dataset" -> result.addString("market.dataset", dataset.label());
        default -> result.addString("market.interval", interval);
      }
    }
    marks.forEach(mark -> result.addString(FAULT_HEADER, mark));
    return result;
  }

  private Route route(String symbol) {
    String topic =
        topicTemplate
            .replace("${provider}", provider)
            .replace("${dataset}", dataset.label())
            .replace("${interval}", interval)
            .replace("${symbol}", symbol)
            .replaceAll("[^a-zA-Z0-9._-]", "_");
    String clipped = topic.substring(0, Math.min(249, topic.length()));
    return switch (keyKind) {
      case "symbol" -> new Route(clipped, Schema.STRING_SCHEMA, symbol);
      case "provider:symbol" -> new Route(clipped, Schema.STRING_SCHEMA, provider + ":" + symbol);
      case "struct" ->
          new Route(
              clipped,
              KEY_STRUCT,
              new Struct(KEY_STRUCT).put("provider", provider).put("symbol", symbol));
      default -> new Route(clipped, null, null);
    };
  }
}
