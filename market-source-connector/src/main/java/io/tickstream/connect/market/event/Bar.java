package io.tickstream.connect.market.event;

import org.jspecify.annotations.Nullable;

/**
 * Prices and volume over an interval.
 *
 * @param timeMs the interval's start
 * @param endMs the interval's end, exclusive: the next one's start
 * @param closed whether the interval is over, so that the values are final
 * @param updateMs of a closed bar its end or, where open ones are emitted too, whatever is later
 *     than theirs; of an open one the venue's update time, else the time it was received
 */
public record Bar(
    String symbol,
    String interval,
    long timeMs,
    long endMs,
    Amount open,
    Amount high,
    Amount low,
    Amount close,
    Amount volume,
    @Nullable Amount quoteVolume,
    @Nullable Amount vwap,
    @Nullable Long trades,
    boolean closed,
    long updateMs)
    implements MarketEvent {

  /** The id of every closed bar. */
  public static final String CLOSED = "closed";

  @Override
  public String id() {
    return closed ? CLOSED : new Fingerprint().add(high).add(low).add(close).add(volume).toString();
  }
}
