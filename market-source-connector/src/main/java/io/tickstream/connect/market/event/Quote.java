package io.tickstream.connect.market.event;

import org.jspecify.annotations.Nullable;

/**
 * What a venue currently says of a symbol. Everything but the times is optional; venues differ too
 * much. Built with {@link #builder}.
 *
 * @param timeMs the venue's time of the quote, else the time it was received
 * @param updateMs when this state became known, see {@link MarketEvent#updateMs}
 * @param venueTimed whether {@code timeMs} is the venue's
 */
public record Quote(
    String symbol,
    long timeMs,
    long updateMs,
    boolean venueTimed,
    @Nullable Amount price,
    @Nullable Amount open,
    @Nullable Amount high,
    @Nullable Amount low,
    @Nullable Amount previousClose,
    @Nullable Amount change,
    @Nullable Amount changePercent,
    @Nullable Amount volume,
    @Nullable Amount bid,
    @Nullable Amount ask,
    @Nullable Amount bidSize,
    @Nullable Amount askSize,
    @Nullable Amount week52High,
    @Nullable Amount week52Low,
    @Nullable Amount marketCap,
    @Nullable String currency,
    @Nullable String exchange,
    @Nullable String mic,
    @Nullable String name,
    @Nullable Boolean extendedHours)
    implements MarketEvent {

  /** Equal for two looks at a quote that has not changed, whenever they were taken. */
  @Override
  public String id() {
    return new Fingerprint()
        .add(venueTimed ? timeMs : 0)
        .add(price)
        .add(open)
        .add(high)
        .add(low)
        .add(previousClose)
        .add(volume)
        .add(bid)
        .add(ask)
        .add(bidSize)
        .add(askSize)
        .toString();
  }

  /** The same state, known from another time on; of a quote without the venue's time, made then. */
  public Quote updatedAt(long ms) {
    return new Quote(
        symbol,
        venueTimed ? timeMs : ms,
        ms,
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

  /** A quote at the venue's own time, of which this look was taken at {@code receivedMs}. */
  public static QuoteBuilder builder(String symbol, long venueMs, long receivedMs) {
    return new QuoteBuilder(symbol, venueMs, receivedMs, true);
  }

  /** A quote of which nothing but the time of receipt is known. */
  public static QuoteBuilder builder(String symbol, long receivedMs) {
    return new QuoteBuilder(symbol, receivedMs, receivedMs, false);
  }
}
