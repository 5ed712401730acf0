package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Fingerprint;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns lines into events. Immutable. */
final class EventReader {

  private final Dataset dataset;
  private final @Nullable Interval interval;
  private final ZoneId zone;
  private final Times times;
  private final @Nullable String onlySymbol;
  private final long shiftMs;

  /**
   * Reads events of a dataset.
   *
   * @param interval of bars whose lines name none
   * @param onlySymbol of lines that name none
   * @param shiftMs what to add to all times
   */
  EventReader(
      Dataset dataset,
      @Nullable Interval interval,
      ZoneId zone,
      @Nullable String onlySymbol,
      long shiftMs) {
    this.dataset = dataset;
    this.interval = interval;
    this.zone = zone;
    this.times = new Times(zone);
    this.onlySymbol = onlySymbol;
    this.shiftMs = shiftMs;
  }

  /**
   * The event of a line.
   *
   * @throws IllegalArgumentException saying what the line lacks
   */
  MarketEvent read(Row row) {
    String symbol = row.text("symbol");
    if (symbol == null) {
      symbol = onlySymbol;
    }
    if (symbol == null) {
      throw new IllegalArgumentException(
          "has no symbol; with several symbols configured, each line needs its own");
    }
    long timeMs = times.millis(row.require("event_time")) + shiftMs;
    return switch (dataset) {
      case TRADE -> trade(row, symbol, timeMs);
      case QUOTE -> quote(row, symbol, timeMs);
      case BAR -> bar(row, symbol, timeMs);
    };
  }

  private static Trade trade(Row row, String symbol, long timeMs) {
    String id = row.text("trade_id");
    String side = row.text("side");
    String maker = row.text("buyer_maker");
    String conditions = row.text("conditions");
    return new Trade(
        symbol,
        timeMs,
        required(row, "price"),
        required(row, "quantity"),
        id != null
            ? id
            : new Fingerprint()
                .add(timeMs)
                .add(row.text("price"))
                .add(row.text("quantity"))
                .add(conditions)
                .add(row.line())
                .toString(),
        side == null ? null : Side.valueOf(side.toUpperCase(Locale.ROOT)),
        maker == null ? null : Boolean.valueOf(maker),
        conditions == null ? null : List.of(conditions.split("[;|]")),
        null);
  }

  private Bar bar(Row row, String symbol, long timeMs) {
    String own = row.text("interval");
    Interval length = own == null ? interval : Interval.parse(own);
    if (length == null) {
      throw new IllegalArgumentException("has no interval, nor does the configuration");
    }
    String end = row.text("end_time");
    // Days are those of the zone, also where a shift has moved their beginning off midnight.
    long endMs =
        end == null ? length.endMs(timeMs - shiftMs, zone) + shiftMs : times.millis(end) + shiftMs;
    String trades = row.text("trades");
    return new Bar(
        symbol,
        length.text(),
        timeMs,
        endMs,
        required(row, "open"),
        required(row, "high"),
        required(row, "low"),
        required(row, "close"),
        required(row, "volume"),
        optional(row, "quote_volume"),
        optional(row, "vwap"),
        trades == null ? null : Long.valueOf(trades),
        true,
        endMs);
  }

  private static Quote quote(Row row, String symbol, long timeMs) {
    Amount cap = optional(row, "market_cap");
    String extended = row.text("extended_hours");
    return Quote.builder(symbol, timeMs, timeMs)
        .price(optional(row, "price"))
        .open(optional(row, "open"))
        .high(optional(row, "high"))
        .low(optional(row, "low"))
        .previousClose(optional(row, "previous_close"))
        .change(optional(row, "change"))
        .changePercent(optional(row, "change_percent"))
        .volume(optional(row, "volume"))
        .bid(optional(row, "bid"))
        .ask(optional(row, "ask"))
        .bidSize(optional(row, "bid_size"))
        .askSize(optional(row, "ask_size"))
        .week52High(optional(row, "week_52_high"))
        .week52Low(optional(row, "week_52_low"))
        .marketCap(cap)
        .currency(row.text("currency"))
        .exchange(row.text("exchange"))
        .mic(row.text("mic"))
        .name(row.text("name"))
        .extendedHours(extended == null ? null : Boolean.valueOf(extended))
        .build();
  }

  private static Amount required(Row row, String field) {
    row.require(field);
    Amount amount = optional(row, field);
    if (amount == null) {
      throw new IllegalArgumentException("has no " + field);
    }
    return amount;
  }

  private static @Nullable Amount optional(Row row, String field) {
    String text = row.text(field);
    try {
      return text == null ? null : Amount.parse(text);
    } catch (NumberFormatException notNumber) {
      throw new IllegalArgumentException("has no number as " + field, notNumber);
    }
  }
}
