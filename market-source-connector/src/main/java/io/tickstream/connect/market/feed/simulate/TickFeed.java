package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedOptions;
import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.offset.Positioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Simulated trades or quotes, made on the task's own thread when it asks for them. The symbols'
 * ticks come in the order of their trading time; each symbol's are the same whichever others share
 * the task.
 */
final class TickFeed implements Feed {

  private static final Logger LOG = LoggerFactory.getLogger(TickFeed.class);

  private final Simulation simulation;
  private final FeedContext context;
  private final WallClock clock;
  private final Pacer pacer;
  private final int maxEvents;
  private final TimeHeap<TickMaker> makers = new TimeHeap<>();
  private boolean finished;

  TickFeed(String provider, Simulation simulation, FeedContext context) {
    this.simulation = simulation;
    this.context = context;
    this.clock = context.clock();
    this.pacer = simulation.pacer(context.symbols().size(), context.allSymbols());
    this.maxEvents = context.settings().options().getLong(FeedOptions.BATCH_MAX_RECORDS).intValue();
    for (String symbol : context.symbols()) {
      var partition = simulation.partition(provider, context.settings().dataset(), symbol, "");
      TickMaker maker =
          new TickMaker(
              simulation,
              context.settings().dataset(),
              symbol,
              partition,
              simulation.market(
                  symbol, simulation.state(symbol, context.offsets().find(partition))));
      if (maker.seq() < simulation.maxRecords()) {
        maker.advance();
        makers.add(maker, maker.tradingUs());
      }
    }
  }

  @Override
  public void start() {
    // There is nothing to begin: ticks are made when they are asked for.
  }

  @Override
  public @Nullable Batch poll(long maxWaitMs) throws InterruptedException {
    long now = clock.nowMs();
    if (makers.isEmpty() || isClosed(now)) {
      idle(maxWaitMs);
      return null;
    }
    int due = pacer.due(now, maxEvents);
    if (due == 0) {
      clock.sleep(Math.min(maxWaitMs, pacer.waitMs(now)));
      now = clock.nowMs();
      due = pacer.due(now, maxEvents);
    }
    if (due == 0) {
      return null;
    }
    List<Positioned> events = new ArrayList<>(due + 1);
    int ticks = 0;
    while (ticks < due && !makers.isEmpty()) {
      TickMaker maker = makers.first();
      maker.publish(now, events);
      ticks++;
      if (maker.seq() >= simulation.maxRecords()) {
        makers.removeFirst();
      } else {
        maker.advance();
        makers.move(maker.tradingUs());
      }
    }
    pacer.made(ticks);
    return events.isEmpty() ? null : new Batch(events);
  }

  private boolean isClosed(long nowMs) {
    return simulation.wallTime()
        && !simulation.model().calendar().isOpen(Instant.ofEpochMilli(nowMs));
  }

  private void idle(long maxWaitMs) throws InterruptedException {
    if (makers.isEmpty() && !finished) {
      finished = true;
      LOG.info("The simulation of {} is finished; the task stays idle", context.name());
    }
    clock.sleep(maxWaitMs);
  }

  @Override
  public void close() {
    // Nothing was begun.
  }
}
