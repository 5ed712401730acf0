package io.tickstream.connect.market.feed.simulate;

/**
 * What drives all symbols alike. Prices follow a geometric Brownian motion in which one factor
 * moves the whole market; trades come as a Poisson process that is busiest at a session's ends.
 *
 * @param seed of every draw
 * @param drift per year
 * @param volatility per square root of a year
 * @param correlation of any two symbols' returns, 0 to 1
 * @param tradesPerSecond of each symbol, on average over a session
 * @param tickUnscaled the tick size's digits, {@code tickScale} of them behind the point
 * @param spreadBps the spread in basis points of the price, at least one tick
 * @param lotUnscaled the lot size's digits, {@code lotScale} of them behind the point
 * @param sizes of trades
 */
record MarketModel(
    long seed,
    double drift,
    double volatility,
    double correlation,
    double tradesPerSecond,
    long tickUnscaled,
    int tickScale,
    double spreadBps,
    long lotUnscaled,
    int lotScale,
    Sizes sizes,
    SessionCalendar calendar) {

  /** The market's factor moves once in so many microseconds of trading. */
  static final long BUCKET_US = 1_000_000;

  double tick() {
    return tickUnscaled / StrictMath.pow(10, tickScale);
  }

  /** Relative intensity of trading: 1.9 at a session's ends, 0.55 in its middle, 1 on average. */
  double intensity(double sessionFraction) {
    double x = 2 * sessionFraction - 1;
    return calendar.alwaysOpen() ? 1 : 0.55 + 1.35 * x * x;
  }
}
