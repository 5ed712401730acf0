package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Track;
import org.jspecify.annotations.Nullable;

/** One symbol of a stream. Used by the loop only. */
final class Subject {

  final Track track;

  /** Whether something may be missing before the next event. */
  boolean needsFill = true;

  /** Until when it counts as unknown; 0 while it does not. */
  long unknownUntilMs;

  /** The last trade there was when nothing had been published yet. */
  private long baselineId = -1;

  private long updateMs;

  Subject(Track track) {
    this.track = track;
  }

  /** Whether there must have been another event between the last one and this. */
  boolean misses(MarketEvent event, @Nullable Interval interval) {
    Cursor cursor = track.cursor();
    if (!cursor.published()) {
      return false;
    }
    if (event instanceof Trade trade) {
      return Long.parseLong(trade.id()) > Long.parseLong(cursor.id()) + 1;
    }
    if (event instanceof Bar bar && interval != null) {
      return cursor.id().equals(Bar.CLOSED)
          ? bar.timeMs() > interval.endMs(cursor.ts())
          : bar.timeMs() > cursor.ts();
    }
    return false;
  }

  /** Whether the venue's last trade is one that has not come. */
  boolean misses(String lastTradeId) {
    long id = Long.parseLong(lastTradeId);
    Cursor cursor = track.cursor();
    if (!cursor.published() && baselineId < 0) {
      baselineId = id;
    }
    return id > (cursor.published() ? Long.parseLong(cursor.id()) : baselineId);
  }

  /**
   * Gives two states of a quote that came in the same millisecond different times: a store that
   * takes them as write times would mix the states.
   */
  MarketEvent apart(MarketEvent event) {
    if (!(event instanceof Quote quote)) {
      return event;
    }
    updateMs = Math.max(updateMs + 1, quote.updateMs());
    return updateMs == quote.updateMs() ? quote : quote.updatedAt(updateMs);
  }
}
