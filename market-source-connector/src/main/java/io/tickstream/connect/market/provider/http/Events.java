package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Fingerprint;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.QuoteBuilder;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.provider.Bars;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Spellings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** Makes events of records. What it throws is what {@code Items.add} takes. Immutable. */
final class Events {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Settings settings;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final TimeFormat times;
  private final boolean computedChange;
  private final boolean computedPercent;
  private final boolean sideOfMaker;
  private final boolean numbered;

  Events(Settings settings) {
    this.settings = settings;
    AbstractConfig options = settings.options();
    for (String name : JsonOptions.fields()) {
      String place = options.getString(JsonOptions.field(name)).trim();
      if (!place.isEmpty() && !place.equals(JsonOptions.COMPUTED)) {
        fields.put(name, new Field(place));
      }
    }
    this.times =
        new TimeFormat(
            options.getString(JsonOptions.TIME_FORMAT),
            ZoneId.of(options.getString(JsonOptions.TIME_ZONE)));
    this.computedChange = computed(options, "change");
    this.computedPercent = computed(options, "change_percent");
    this.sideOfMaker = options.getString(JsonOptions.SIDE_OF).equals("maker");
    this.numbered = options.getBoolean(JsonOptions.SEQUENTIAL);
  }

  private static boolean computed(AbstractConfig options, String name) {
    return options.getString(JsonOptions.field(name)).trim().equals(JsonOptions.COMPUTED);
  }

  /** The symbol of a record, in the spelling that was asked for; null when it names none. */
  @Nullable String symbol(Row row, List<String> asked, Spellings spellings) {
    String text = fields.containsKey("symbol") ? text(row, "symbol") : null;
    if (text == null) {
      return asked.size() == 1 && !fields.containsKey("symbol") ? asked.get(0) : null;
    }
    return spellings.of(text);
  }

  /** The record's own text; of parallel columns there is none, so it is put together. */
  String raw(Row row) {
    if (row.index() < 0) {
      return row.key().isEmpty() ? row.node().toString() : Json.object(row.key(), row.node());
    }
    Map<String, JsonNode> values = new LinkedHashMap<>();
    fields.forEach((name, field) -> values.put(name, field.read(row)));
    return Json.object(values);
  }

  /**
   * The event of a record; a trade without id has an empty one until {@link #identified}.
   *
   * @return null when it is a bar that is not wanted yet, or a row of nothing
   */
  @Nullable MarketEvent event(String symbol, Row row, Bars bars, long receivedMs) {
    return switch (settings.dataset()) {
      case TRADE -> trade(symbol, row);
      case QUOTE -> quote(symbol, row, receivedMs);
      case BAR -> bar(symbol, row, bars);
    };
  }

  private long timeMs(Row row) {
    return times.parse(read(row, "time"));
  }

  private Trade trade(String symbol, Row row) {
    long timeMs = timeMs(row);
    Amount price = require(row, "price");
    Amount quantity = require(row, "quantity");
    Boolean buyerMaker = flag(row, "buyer_maker");
    Side side = side(row, buyerMaker);
    if (numbered) {
      // What goes by number could not go on behind an id that is none.
      Json.whole(read(row, "id"), "id");
    }
    String id = text(row, "id");
    return new Trade(
        symbol, timeMs, price, quantity, id == null ? "" : id, side, buyerMaker, null, null);
  }

  /**
   * Gives trades that come without an id one of their own: a hash of what they consist of. Those
   * that are the same are counted from the oldest on, so that newer ones do not change their ids.
   *
   * @param page oldest first
   */
  Page identified(Page page) {
    if (settings.dataset() != Dataset.TRADE) {
      return page;
    }
    Map<String, Integer> equal = new HashMap<>();
    List<Item> items = new ArrayList<>();
    for (Item item : page.items()) {
      items.add(
          item.event() instanceof Trade trade && trade.id().isEmpty()
              ? new Item(trade.withId(hash(trade, equal)), item.raw())
              : item);
    }
    return new Page(items, page.unknown(), page.malformed(), page.next());
  }

  private static String hash(Trade trade, Map<String, Integer> equal) {
    Side side = trade.side();
    Fingerprint print =
        new Fingerprint()
            .add(trade.timeMs())
            .add(trade.price())
            .add(trade.quantity())
            .add(side == null ? null : side.label());
    int count = equal.merge(trade.symbol() + " " + print, 1, Integer::sum);
    return print.add(count).toString();
  }

  private @Nullable Side side(Row row, @Nullable Boolean buyerMaker) {
    String text = text(row, "side");
    if (text == null) {
      return buyerMaker == null ? null : buyerMaker ? Side.SELL : Side.BUY;
    }
    boolean buy =
        switch (text.toLowerCase(Locale.ROOT)) {
          case "buy", "b", "bid" -> true;
          case "sell", "s", "ask" -> false;
          default -> throw new IllegalArgumentException("side is neither buy nor sell");
        };
    return buy == sideOfMaker ? Side.SELL : Side.BUY;
  }

  private Quote quote(String symbol, Row row, long receivedMs) {
    Amount price = amount(row, "price");
    if (price == null && amount(row, "bid") == null && amount(row, "ask") == null) {
      throw new IllegalArgumentException("price, bid and ask are missing");
    }
    Amount previousClose = amount(row, "previous_close");
    Amount change = computedChange ? difference(price, previousClose) : amount(row, "change");
    JsonNode time = read(row, "time");
    QuoteBuilder quote =
        time.isMissingNode()
            ? Quote.builder(symbol, receivedMs)
            : Quote.builder(symbol, times.parse(time), receivedMs);
    return quote
        .price(price)
        .open(amount(row, "open"))
        .high(amount(row, "high"))
        .low(amount(row, "low"))
        .previousClose(previousClose)
        .change(change)
        .changePercent(
            computedPercent
                ? percent(difference(price, previousClose), previousClose)
                : amount(row, "change_percent"))
        .volume(amount(row, "volume"))
        .bid(amount(row, "bid"))
        .ask(amount(row, "ask"))
        .bidSize(amount(row, "bid_size"))
        .askSize(amount(row, "ask_size"))
        .week52High(amount(row, "week_52_high"))
        .week52Low(amount(row, "week_52_low"))
        .marketCap(amount(row, "market_cap"))
        .currency(text(row, "currency"))
        .exchange(text(row, "exchange"))
        .mic(text(row, "mic"))
        .name(text(row, "name"))
        .extendedHours(flag(row, "extended_hours"))
        .build();
  }

  private static @Nullable Amount difference(
      @Nullable Amount price, @Nullable Amount previousClose) {
    return price == null || previousClose == null
        ? null
        : Amount.of(price.toBigDecimal().subtract(previousClose.toBigDecimal()));
  }

  private static @Nullable Amount percent(@Nullable Amount change, @Nullable Amount previousClose) {
    return change == null || previousClose == null || previousClose.signum() == 0
        ? null
        : Amount.of(
            change
                .toBigDecimal()
                .multiply(HUNDRED)
                .divide(previousClose.toBigDecimal(), 4, RoundingMode.HALF_UP));
  }

  private @Nullable Bar bar(String symbol, Row row, Bars bars) {
    Amount close = amount(row, "close");
    if (close == null && amount(row, "open") == null && row.index() >= 0) {
      // A hole in parallel columns is an interval without a trade.
      return null;
    }
    long startMs = timeMs(row);
    long endMs = settings.requireInterval().endMs(startMs, times.zone());
    Amount volume = amount(row, "volume");
    Amount trades = amount(row, "trades");
    Boolean closed = flag(row, "closed");
    Bars.Prices prices =
        new Bars.Prices(
            require(row, "open"),
            require(row, "high"),
            require(row, "low"),
            require(row, "close"),
            volume == null ? Amount.of(0) : volume,
            amount(row, "quote_volume"),
            amount(row, "vwap"),
            trades == null ? null : trades.toBigDecimal().longValueExact());
    return bars.bar(symbol, startMs, endMs, prices, closed == null ? bars.over(endMs) : closed);
  }

  private JsonNode read(Row row, String name) {
    Field field = fields.get(name);
    return field == null ? MissingNode.getInstance() : field.read(row);
  }

  private @Nullable String text(Row row, String name) {
    return Json.text(read(row, name));
  }

  private @Nullable Amount amount(Row row, String name) {
    JsonNode node = read(row, name);
    // Percentages come with their sign.
    return node.isTextual() && node.textValue().endsWith("%")
        ? Amount.parse(node.textValue().substring(0, node.textValue().length() - 1).trim())
        : Json.amount(node);
  }

  private Amount require(Row row, String name) {
    Amount amount = amount(row, name);
    if (amount == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return amount;
  }

  private @Nullable Boolean flag(Row row, String name) {
    JsonNode node = read(row, name);
    return node.isBoolean() ? (Boolean) node.booleanValue() : null;
  }
}
