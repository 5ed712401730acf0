package io.tickstream.connect.market.event;

import org.jspecify.annotations.Nullable;

/** Collects the parts of a {@link Quote}; what is never set stays unknown. Not thread-safe. */
public final class QuoteBuilder {

  private final String symbol;
  private final long timeMs;
  private final long updateMs;
  private final boolean venueTimed;
  private @Nullable Amount price;
  private @Nullable Amount open;
  private @Nullable Amount high;
  private @Nullable Amount low;
  private @Nullable Amount previousClose;
  private @Nullable Amount change;
  private @Nullable Amount changePercent;
  private @Nullable Amount volume;
  private @Nullable Amount bid;
  private @Nullable Amount ask;
  private @Nullable Amount bidSize;
  private @Nullable Amount askSize;
  private @Nullable Amount week52High;
  private @Nullable Amount week52Low;
  private @Nullable Amount marketCap;
  private @Nullable String currency;
  private @Nullable String exchange;
  private @Nullable String mic;
  private @Nullable String name;
  private @Nullable Boolean extendedHours;

  QuoteBuilder(String symbol, long timeMs, long updateMs, boolean venueTimed) {
    this.symbol = symbol;
    this.timeMs = timeMs;
    this.updateMs = updateMs;
    this.venueTimed = venueTimed;
  }

  public QuoteBuilder price(@Nullable Amount value) {
    price = value;
    return this;
  }

  public QuoteBuilder open(@Nullable Amount value) {
    open = value;
    return this;
  }

  public QuoteBuilder high(@Nullable Amount value) {
    high = value;
    return this;
  }

  public QuoteBuilder low(@Nullable Amount value) {
    low = value;
    return this;
  }

  public QuoteBuilder previousClose(@Nullable Amount value) {
    previousClose = value;
    return this;
  }

  public QuoteBuilder change(@Nullable Amount value) {
    change = value;
    return this;
  }

  public QuoteBuilder changePercent(@Nullable Amount value) {
    changePercent = value;
    return this;
  }

  public QuoteBuilder volume(@Nullable Amount value) {
    volume = value;
    return this;
  }

  public QuoteBuilder bid(@Nullable Amount value) {
    bid = value;
    return this;
  }

  public QuoteBuilder ask(@Nullable Amount value) {
    ask = value;
    return this;
  }

  public QuoteBuilder bidSize(@Nullable Amount value) {
    bidSize = value;
    return this;
  }

  public QuoteBuilder askSize(@Nullable Amount value) {
    askSize = value;
    return this;
  }

  public QuoteBuilder week52High(@Nullable Amount value) {
    week52High = value;
    return this;
  }

  public QuoteBuilder week52Low(@Nullable Amount value) {
    week52Low = value;
    return this;
  }

  public QuoteBuilder marketCap(@Nullable Amount value) {
    marketCap = value;
    return this;
  }

  public QuoteBuilder currency(@Nullable String value) {
    currency = value;
    return this;
  }

  public QuoteBuilder exchange(@Nullable String value) {
    exchange = value;
    return this;
  }

  public QuoteBuilder mic(@Nullable String value) {
    mic = value;
    return this;
  }

  public QuoteBuilder name(@Nullable String value) {
    name = value;
    return this;
  }

  public QuoteBuilder extendedHours(@Nullable Boolean value) {
    extendedHours = value;
    return this;
  }

  public Quote build() {
    return new Quote(
        symbol,
        timeMs,
        updateMs,
        venueTimed,
        price,
        open,
        high,
        low,
        previousClose,
        change,
        changePercent,
        volume,
        bid,
        ask,
        bidSize,
        askSize,
        week52High,
        week52Low,
        marketCap,
        currency,
        exchange,
        mic,
        name,
        extendedHours);
  }
}
