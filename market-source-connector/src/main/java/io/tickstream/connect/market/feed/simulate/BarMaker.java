package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.offset.Positioned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * Sums one symbol's ticks up into bars: the very ticks that would have been its trades. The tick
 * behind a bar's end is drawn to notice the end, so a bar's position is that of the last tick
 * within. Not thread-safe.
 */
final class BarMaker {

  private final Simulation simulation;
  private final Interval interval;
  private final String symbol;
  private final Map<String, String> partition;
  private final SymbolMarket market;
  private long bars;

  private long open;
  private long high;
  private long low;
  private long close;
  private long lots;
  private long trades;
  private BigDecimal turnover = BigDecimal.ZERO;
  private SymbolMarket.State lastWithin;

  BarMaker(
      Simulation simulation,
      Interval interval,
      String symbol,
      Map<String, String> partition,
      SymbolMarket.State from) {
    this.simulation = simulation;
    this.interval = interval;
    this.symbol = symbol;
    this.partition = partition;
    this.market = simulation.market(symbol, from);
    this.bars = from.bars();
    this.lastWithin = from;
    market.advance();
  }

  long bars() {
    return bars;
  }

  /** The epoch time, in milliseconds, of the tick that is up. */
  long timeMs() {
    return market.epochUs() / 1_000;
  }

  /** The bar, by simulated time, that the tick that is up belongs to. */
  Positioned simulated() {
    long startMs = interval.startMs(timeMs());
    long endMs = interval.endMs(startMs);
    begin();
    do {
      take();
    } while (timeMs() < endMs);
    return positioned(startMs, endMs);
  }

  /**
   * The ticks of one interval of trading time, as the bar of other times. Empty intervals repeat
   * the last price.
   */
  Positioned wall(long startMs, long endMs) {
    long untilUs = market.tradingUs() + interval.lengthMs() * 1_000;
    begin();
    do {
      take();
    } while (market.tradingUs() < untilUs);
    return positioned(startMs, endMs);
  }

  private void begin() {
    open = market.tradeTicks();
    high = open;
    low = open;
    lots = 0;
    trades = 0;
    turnover = BigDecimal.ZERO;
  }

  private void take() {
    close = market.tradeTicks();
    high = Math.max(high, close);
    low = Math.min(low, close);
    lots += market.lots();
    trades++;
    turnover =
        turnover.add(
            simulation
                .price(close)
                .toBigDecimal()
                .multiply(simulation.size(market.lots()).toBigDecimal()));
    lastWithin = market.state();
    market.advance();
  }

  private Positioned positioned(long startMs, long endMs) {
    bars++;
    Amount volume = simulation.size(lots);
    Bar bar =
        new Bar(
            symbol,
            interval.text(),
            startMs,
            endMs,
            simulation.price(open),
            simulation.price(high),
            simulation.price(low),
            simulation.price(close),
            volume,
            Amount.of(turnover),
            Amount.of(
                turnover.divide(
                    volume.toBigDecimal(),
                    simulation.model().tickScale() + 4,
                    RoundingMode.HALF_UP)),
            trades,
            true,
            endMs);
    SimulatorOffset offset =
        new SimulatorOffset(lastWithin.seq(), lastWithin.tradingUs(), lastWithin.price(), bars);
    return new Positioned(bar, partition, offset, null, List.of());
  }
}
