package io.tickstream.connect.market.feed.simulate;

import java.time.Instant;

/**
 * One symbol's ticks, one after the other. After {@link #advance} the fields tell of the current
 * tick; it has been made from nothing but the model, the tick before it and its own number, so that
 * three numbers are enough to go on from anywhere: see {@link State}. Not thread-safe.
 */
final class SymbolMarket {

  private static final int ARRIVAL = 0;
  private static final int RETURN = 1;
  private static final int SIDE = 2;
  private static final int SIZE = 3;
  private static final int BID_SIZE = 4;
  private static final int ASK_SIZE = 5;

  private final MarketModel model;
  private final Draws draws;
  private final MarketFactor market;
  private final SessionClock clock;
  private final double tick;
  private final double halfSpread;
  private final double yearUs;
  private final double driftPerUs;
  private final double ownPerSqrtUs;
  private final double marketPerBucket;
  private final double meanGapUs;

  private long seq;
  private long tradingUs;
  private double price;
  private long bidTicks;
  private long askTicks;
  private boolean buyerMaker;
  private long lots;

  /**
   * Where a symbol stands.
   *
   * @param seq ticks so far
   * @param tradingUs trading time of the last, microseconds
   * @param price before rounding to ticks
   * @param bars published so far, where bars are
   */
  record State(long seq, long tradingUs, double price, long bars) {}

  SymbolMarket(MarketModel model, MarketFactor market, String symbol, Instant start, State from) {
    this.model = model;
    this.draws = new Draws(model.seed(), symbol);
    this.market = market;
    this.clock = new SessionClock(model.calendar(), start);
    this.tick = model.tick();
    this.halfSpread = model.spreadBps() / 20_000;
    this.yearUs = model.calendar().yearSeconds() * 1e6;
    double sigma = model.volatility();
    this.driftPerUs = (model.drift() - sigma * sigma / 2) / yearUs;
    this.ownPerSqrtUs = sigma * Math.sqrt((1 - model.correlation()) / yearUs);
    this.marketPerBucket = sigma * Math.sqrt(model.correlation() * MarketModel.BUCKET_US / yearUs);
    this.meanGapUs = 1e6 / model.tradesPerSecond();
    this.seq = from.seq();
    this.tradingUs = from.tradingUs();
    this.price = from.price();
  }

  State state() {
    return new State(seq, tradingUs, price, 0);
  }

  /** Makes the next tick. */
  void advance() {
    long before = tradingUs;
    double intensity = model.intensity(clock.sessionFraction(before));
    double gapUs = -StrictMath.log(draws.uniform(seq, ARRIVAL)) * meanGapUs / intensity;
    // At least one microsecond, so that trading time tells the ticks apart.
    long stepUs = 1 + (long) gapUs;
    tradingUs = before + stepUs;
    double logReturn =
        driftPerUs * stepUs + ownPerSqrtUs * Math.sqrt((double) stepUs) * draws.normal(seq, RETURN);
    if (marketPerBucket > 0) {
      long bucket = tradingUs / MarketModel.BUCKET_US;
      for (long i = before / MarketModel.BUCKET_US + 1; i <= bucket; i++) {
        logReturn += marketPerBucket * market.normal(i);
      }
    }
    price *= growth(logReturn);
    double ticks = price / tick;
    bidTicks = Math.max(1, (long) Math.floor(ticks * (1 - halfSpread)));
    askTicks = Math.max(bidTicks + 1, (long) Math.ceil(ticks * (1 + halfSpread)));
    buyerMaker = draws.bits(seq, SIDE) < 0;
    lots = model.sizes().lots(draws.bits(seq, SIZE));
    seq++;
  }

  /**
   * The exponential function. Of the tiny returns from tick to tick its series' first terms are
   * exact to the last bit.
   */
  private static double growth(double x) {
    return Math.abs(x) < 1e-3
        ? 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5))))
        : StrictMath.exp(x);
  }

  long seq() {
    return seq;
  }

  long tradingUs() {
    return tradingUs;
  }

  double price() {
    return price;
  }

  long epochUs() {
    return clock.epochUs(tradingUs);
  }

  /** Whether the taker sold, so that the trade is at the bid. */
  boolean buyerMaker() {
    return buyerMaker;
  }

  long bidTicks() {
    return bidTicks;
  }

  long askTicks() {
    return askTicks;
  }

  /** The trade's price. */
  long tradeTicks() {
    return buyerMaker ? bidTicks : askTicks;
  }

  /** The trade's size. */
  long lots() {
    return lots;
  }

  long bidLots() {
    return model.sizes().lots(draws.bits(seq, BID_SIZE));
  }

  long askLots() {
    return model.sizes().lots(draws.bits(seq, ASK_SIZE));
  }

  Draws draws() {
    return draws;
  }
}
