package io.tickstream.connect.market.record;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.junit.jupiter.api.Test;

/** The reference of records is written from their schemas. */
class RecordReferenceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "records.md");

  private static final PriceType PRICES = PriceType.of("double", 8);

  private static final Map<String, String> COMMON =
      Map.ofEntries(
          entry("symbol", "the symbol as it stands in `symbols`"),
          entry("provider", "the provider's name, as `provider` has it"),
          entry("open", "the first price"),
          entry("high", "the highest price"),
          entry("low", "the lowest price"));

  private static final Map<String, String> OF_TRADES =
      Map.of(
          "event_time", "when the trade was made, by the venue's clock",
          "price", "per unit",
          "quantity", "units traded",
          "trade_id", "the venue's id; where it has none, a fingerprint of the trade",
          "side", "the taker's: `buy` or `sell`",
          "buyer_maker", "whether the buyer was the maker",
          "conditions", "the venue's codes of sale conditions",
          "event_time_us", "the time in epoch microseconds, where the venue tells it");

  private static final Map<String, String> OF_QUOTES =
      Map.ofEntries(
          entry("event_time", "the venue's time of the quote, else when the answer came"),
          entry("price", "of the last trade"),
          entry("open", "the day's first price"),
          entry("high", "the day's highest price"),
          entry("low", "the day's lowest price"),
          entry("previous_close", "the last price of the day before"),
          entry("change", "against the previous close, in money"),
          entry("change_percent", "the same in percent"),
          entry("volume", "units traded that day"),
          entry("bid", "the best price offered by a buyer"),
          entry("ask", "the best price asked by a seller"),
          entry("bid_size", "units at the bid"),
          entry("ask_size", "units at the ask"),
          entry("week_52_high", "the highest price of 52 weeks"),
          entry("week_52_low", "the lowest price of 52 weeks"),
          entry("market_cap", "the company's value at this price"),
          entry("currency", "of the prices"),
          entry("exchange", "its short name"),
          entry("mic", "its ISO 10383 code"),
          entry("name", "of the company, fund or pair"),
          entry("extended_hours", "whether the price was made outside regular hours"));

  private static final Map<String, String> OF_BARS =
      Map.of(
          "interval", "its length, as `interval` has it",
          "start_time", "its start",
          "end_time", "its end, which is the next one's start",
          "close", "the last price",
          "volume", "units traded",
          "quote_volume", "money traded",
          "vwap", "the mean price, weighted by volume",
          "trades", "how many",
          "closed", "whether it is over, so that the values are final");

  private static final Map<String, String> OF_FLAT_BARS =
      Map.of(
          "timestamp", "the start as `2026-01-31 09:30:00` in `value.zone`",
          "ticker", "the symbol",
          "close", "the last price");

  private static final Map<String, String> OF_BINANCE =
      Map.ofEntries(
          entry("e", "`trade`"),
          entry("E", "when the stream told it, epoch milliseconds"),
          entry("s", "the symbol"),
          entry("t", "the trade's id"),
          entry("p", "the price, eight decimals"),
          entry("q", "the quantity, eight decimals"),
          entry("b", "the buyer's order"),
          entry("a", "the seller's order"),
          entry("T", "when the trade was made, epoch milliseconds"),
          entry("m", "whether the buyer was the maker"),
          entry("M", "always true"));

  private static final Map<String, String> OF_STOCK_TRADES =
      Map.of(
          "side", "`BUY` or `SELL`",
          "quantity", "1 to 5000",
          "price", "in pennies",
          "account", "one of three",
          "userid", "`User_1` to `User_9`");

  @Test
  void theReferenceOfRecordsIsUpToDate() throws Exception {
    String expected =
        """
        # Records of the market source

        This page is written from the schemas themselves. Which one a connector writes follows from `dataset`, `value.mode` and, of
        the simulator, `sim.format`; `value.schema.name` gives it another name. A *price* is a `double` and becomes a `Decimal` or a
        `string` with [`value.price.type`](market-source.md#valuepricetype). What is optional is null where the venue does not tell it.
        Times are Connect's `Timestamp`, milliseconds in UTC.
        """
            + chapter("Trade", "`dataset=trade`", trade(), OF_TRADES)
            + chapter("Quote", "`dataset=quote`", quote(), OF_QUOTES)
            + chapter("Bar", "`dataset=bar`", bar(), OF_BARS)
            + chapter("FlatBar", "`value.mode=ohlc_flat`", flatBar(), OF_FLAT_BARS)
            + chapter("BinanceTrade", "`sim.format=binance_trade`", binance(), OF_BINANCE)
            + chapter("StockTrade", "`sim.format=stock_trades`", stockTrade(), OF_STOCK_TRADES);
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(DOCUMENT)
        .as("run mvn test -pl market-source-connector -am -Ddocs.write=true to write it anew")
        .hasContent(expected);
  }

  private static Schema trade() {
    return new TradeShape("any", PRICES, "io.tickstream.market.Trade").schema();
  }

  private static Schema quote() {
    return new QuoteShape("any", PRICES, "io.tickstream.market.Quote").schema();
  }

  private static Schema bar() {
    return new BarShape("any", PRICES, "io.tickstream.market.Bar").schema();
  }

  private static Schema flatBar() {
    return new FlatOhlcShape(PRICES, "io.tickstream.market.FlatBar", ZoneOffset.UTC).schema();
  }

  private static Schema binance() {
    return new BinanceTradeShape("io.tickstream.market.BinanceTrade").schema();
  }

  private static Schema stockTrade() {
    return new StockTradeShape("io.tickstream.market.StockTrade").schema();
  }

  private static String chapter(
      String title, String when, Schema schema, Map<String, String> ofIts) {
    Map<String, String> meanings = new LinkedHashMap<>(COMMON);
    meanings.putAll(ofIts);
    Set<String> fields = schema.fields().stream().map(Field::name).collect(Collectors.toSet());
    assertThat(meanings.keySet()).as(title).containsAll(fields);
    assertThat(fields).as(title).containsAll(ofIts.keySet());
    return "\n## "
        + title
        + "\n\n`"
        + schema.name()
        + "`, with "
        + when
        + ".\n\n| Field | Type | What it is |\n|---|---|---|\n"
        + schema.fields().stream()
            .map(
                field ->
                    "| `%s` | %s | %s |\n"
                        .formatted(field.name(), type(field.schema()), meanings.get(field.name())))
            .collect(Collectors.joining());
  }

  private static String type(Schema schema) {
    String name =
        schema.name() != null
            ? schema.name().substring(schema.name().lastIndexOf('.') + 1)
            : switch (schema.type()) {
              case FLOAT64 -> "*price*";
              case ARRAY -> "array of " + type(schema.valueSchema());
              default -> schema.type().name().toLowerCase(Locale.ROOT);
            };
    return schema.isOptional() ? name + ", optional" : name;
  }
}
