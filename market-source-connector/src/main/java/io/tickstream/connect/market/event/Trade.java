package io.tickstream.connect.market.event;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An executed trade.
 *
 * @param id the venue's id; where it has none, {@link Fingerprint} of what the trade consists of
 * @param side the taker's side
 * @param buyerMaker whether the buyer was the maker
 * @param timeUs the time in epoch microseconds, where the venue tells it
 */
public record Trade(
    String symbol,
    long timeMs,
    Amount price,
    Amount quantity,
    String id,
    @Nullable Side side,
    @Nullable Boolean buyerMaker,
    @Nullable List<String> conditions,
    @Nullable Long timeUs)
    implements MarketEvent {

  /** A trade of which no more than the essentials are known. */
  public Trade(String symbol, long timeMs, Amount price, Amount quantity, String id) {
    this(symbol, timeMs, price, quantity, id, null, null, null, null);
  }

  /** The same trade under an id. */
  public Trade withId(String given) {
    return new Trade(symbol, timeMs, price, quantity, given, side, buyerMaker, conditions, timeUs);
  }

  @Override
  public long updateMs() {
    return timeMs;
  }
}
