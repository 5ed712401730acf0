package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.feed.simulate.Faults.Fault;
import io.tickstream.connect.market.offset.Positioned;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns one symbol's ticks into trades or quotes, faults included. Not thread-safe. */
final class TickMaker {

  private final Simulation simulation;
  private final Dataset dataset;
  private final String symbol;
  private final Map<String, String> partition;
  private final SymbolMarket market;
  private final boolean faulty;
  private SimulatorOffset before;

  TickMaker(
      Simulation simulation,
      Dataset dataset,
      String symbol,
      Map<String, String> partition,
      SymbolMarket market) {
    this.simulation = simulation;
    this.dataset = dataset;
    this.symbol = symbol;
    this.partition = partition;
    this.market = market;
    this.faulty = simulation.faults().any();
    this.before = offset();
  }

  /** Draws the next tick, to be published by {@link #publish}. */
  void advance() {
    if (faulty) {
      before = offset();
    }
    market.advance();
  }

  /** The number of the tick that is up; the first is 1. */
  long seq() {
    return market.seq();
  }

  /** The trading time of the tick that is up. */
  long tradingUs() {
    return market.tradingUs();
  }

  /**
   * Adds the records of the tick that is up, usually one.
   *
   * @param nowMs the events' time if they have the wall's
   */
  void publish(long nowMs, List<Positioned> records) {
    if (!faulty) {
      records.add(positioned(event(timeMs(nowMs), false), offset(), List.of()));
      return;
    }
    Faults faults = simulation.faults();
    Fault fault = faults.of(market.draws(), market.seq());
    long timeMs = timeMs(nowMs);
    switch (fault) {
      case NONE -> records.add(positioned(event(timeMs, false), offset(), marks()));
      case DUPLICATE -> {
        MarketEvent event = event(timeMs, false);
        records.add(positioned(event, offset(), marks()));
        records.add(positioned(event, offset(), List.of(fault.mark())));
      }
      case LATE -> {
        long lateMs = faults.lateMs(market.draws(), market.seq());
        records.add(positioned(event(timeMs - lateMs, false), offset(), marks(fault)));
      }
      case MALFORMED -> records.add(positioned(event(timeMs, true), offset(), marks(fault)));
      case GAP -> {
        // The missing number is all there is to see of it.
      }
      case OUT_OF_ORDER -> swapWithNext(nowMs, records);
    }
  }

  private void swapWithNext(long nowMs, List<Positioned> records) {
    MarketEvent held = event(timeMs(nowMs), false);
    if (market.seq() >= simulation.maxRecords()) {
      records.add(positioned(held, offset(), marks()));
      return;
    }
    List<String> marks = marks(Fault.OUT_OF_ORDER);
    // Whoever goes on between the two must not miss the one held back, so the first of them brings
    // both back.
    SimulatorOffset beforeBoth = before;
    advance();
    records.add(positioned(event(timeMs(nowMs), false), beforeBoth, List.of()));
    records.add(positioned(held, offset(), marks));
  }

  /**
   * What is wrong with the tick that is up: these faults, after a gap if there was one before it.
   */
  private List<String> marks(Fault... faults) {
    Stream<Fault> before =
        simulation.faults().of(market.draws(), market.seq() - 1) == Fault.GAP
            ? Stream.of(Fault.GAP)
            : Stream.of();
    return Stream.concat(before, Stream.of(faults)).map(Fault::mark).toList();
  }

  private long timeMs(long nowMs) {
    return simulation.wallTime() ? nowMs : market.epochUs() / 1_000;
  }

  private SimulatorOffset offset() {
    return new SimulatorOffset(market.seq(), market.tradingUs(), market.price(), 0);
  }

  private Positioned positioned(MarketEvent event, SimulatorOffset offset, List<String> marks) {
    return new Positioned(event, partition, offset, null, marks);
  }

  private MarketEvent event(long timeMs, boolean malformed) {
    long ticks = malformed ? -market.tradeTicks() : market.tradeTicks();
    Amount price = simulation.price(ticks);
    if (dataset == Dataset.TRADE) {
      return new Trade(
          symbol,
          timeMs,
          price,
          simulation.size(market.lots()),
          Long.toString(market.seq()),
          market.buyerMaker() ? Side.SELL : Side.BUY,
          market.buyerMaker(),
          null,
          null);
    }
    return Quote.builder(symbol, timeMs, timeMs)
        .price(price)
        .bid(simulation.price(market.bidTicks()))
        .ask(simulation.price(market.askTicks()))
        .bidSize(simulation.size(market.bidLots()))
        .askSize(simulation.size(market.askLots()))
        .build();
  }
}
