package io.tickstream.connect.market.feed.simulate;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
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
 * Simulated bars, made on the task's own thread: at a rate, or each at the close of its interval on
 * the wall's clock.
 */
final class BarFeed implements Feed {

  private static final Logger LOG = LoggerFactory.getLogger(BarFeed.class);

  private final Simulation simulation;
  private final FeedContext context;
  private final WallClock clock;
  private final Interval interval;
  private final Pacer pacer;
  private final int maxEvents;
  private final TimeHeap<BarMaker> makers = new TimeHeap<>();
  private long nextCloseMs;
  private boolean finished;

  BarFeed(String provider, Simulation simulation, FeedContext context) {
    this.simulation = simulation;
    this.context = context;
    this.clock = context.clock();
    this.interval = context.settings().requireInterval();
    this.pacer = simulation.pacer(context.symbols().size(), context.allSymbols());
    this.maxEvents = context.settings().options().getLong(FeedOptions.BATCH_MAX_RECORDS).intValue();
    for (String symbol : context.symbols()) {
      var partition = simulation.partition(provider, Dataset.BAR, symbol, interval.text());
      BarMaker maker =
          new BarMaker(
              simulation,
              interval,
              symbol,
              partition,
              simulation.state(symbol, context.offsets().find(partition)));
      if (maker.bars() < simulation.maxRecords()) {
        makers.add(maker, maker.timeMs());
      }
    }
    this.nextCloseMs = interval.endMs(interval.startMs(clock.nowMs()));
  }

  @Override
  public void start() {
    // There is nothing to begin: bars are made when they are asked for.
  }

  @Override
  public @Nullable Batch poll(long maxWaitMs) throws InterruptedException {
    if (makers.isEmpty()) {
      if (!finished) {
        finished = true;
        LOG.info("The simulation of {} is finished; the task stays idle", context.name());
      }
      clock.sleep(maxWaitMs);
      return null;
    }
    List<Positioned> events = new ArrayList<>();
    if (simulation.wallTime()) {
      closeOnTime(maxWaitMs, events);
    } else {
      makeSome(maxWaitMs, events);
    }
    return events.isEmpty() ? null : new Batch(events);
  }

  private void closeOnTime(long maxWaitMs, List<Positioned> events) throws InterruptedException {
    long now = clock.nowMs();
    if (now < nextCloseMs) {
      clock.sleep(Math.min(maxWaitMs, nextCloseMs - now));
      now = clock.nowMs();
    }
    if (now < nextCloseMs) {
      return;
    }
    long startMs = interval.startMs(nextCloseMs - 1);
    if (simulation
        .model()
        .calendar()
        .isOpenWithin(Instant.ofEpochMilli(startMs), Instant.ofEpochMilli(nextCloseMs))) {
      TimeHeap<BarMaker> round = new TimeHeap<>();
      while (!makers.isEmpty()) {
        BarMaker maker = makers.first();
        makers.removeFirst();
        events.add(maker.wall(startMs, nextCloseMs));
        if (maker.bars() < simulation.maxRecords()) {
          round.add(maker, maker.timeMs());
        }
      }
      while (!round.isEmpty()) {
        makers.add(round.first(), round.firstTime());
        round.removeFirst();
      }
    }
    // Whole intervals that passed in a pause are left out, as a market's would be.
    nextCloseMs = interval.endMs(interval.startMs(now));
  }

  private void makeSome(long maxWaitMs, List<Positioned> events) throws InterruptedException {
    long now = clock.nowMs();
    int due = pacer.due(now, maxEvents);
    if (due == 0) {
      clock.sleep(Math.min(maxWaitMs, pacer.waitMs(now)));
      due = pacer.due(clock.nowMs(), maxEvents);
    }
    while (events.size() < due && !makers.isEmpty()) {
      BarMaker maker = makers.first();
      events.add(maker.simulated());
      if (maker.bars() < simulation.maxRecords()) {
        makers.move(maker.timeMs());
      } else {
        makers.removeFirst();
      }
    }
    pacer.made(events.size());
  }

  @Override
  public void close() {
    // Nothing was begun.
  }
}
