package io.tickstream.connect.market.offset;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Trade;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells of one symbol's events which are new, and keeps the cursor. Whatever a venue sends twice,
 * because a request begins at the cursor or a gap was filled generously, comes out once. Not
 * thread-safe.
 */
public final class Progress {

  private static final int REMEMBERED_IDS = 4096;

  private final boolean sequentialIds;
  private final boolean emitUnchanged;
  private final Map<String, Boolean> recentIds =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
          return size() > REMEMBERED_IDS;
        }
      };
  private Cursor cursor;

  /**
   * Starts at a cursor.
   *
   * @param sequentialIds whether the venue numbers a symbol's trades in rising order
   * @param emitUnchanged whether a quote that has not changed counts as new
   */
  public Progress(Cursor cursor, boolean sequentialIds, boolean emitUnchanged) {
    this.cursor = cursor;
    this.sequentialIds = sequentialIds;
    this.emitUnchanged = emitUnchanged;
    if (cursor.published()) {
      recentIds.put(cursor.id(), true);
    }
  }

  public Cursor cursor() {
    return cursor;
  }

  /** Whether the event is new; if so, the cursor moves to it. */
  public boolean advance(MarketEvent event) {
    String id = event.id();
    boolean fresh = isNew(event, id);
    if (fresh) {
      // A late trade of a stream without sequence must not move the cursor back.
      cursor = new Cursor(Math.max(cursor.ts(), event.timeMs()), id);
    }
    return fresh;
  }

  private boolean isNew(MarketEvent event, String id) {
    if (event instanceof Trade trade) {
      return freshTrade(trade);
    }
    if (event instanceof Quote quote) {
      return freshQuote(quote, id);
    }
    return event instanceof Bar bar ? freshBar(bar, id) : emitUnchanged || !id.equals(cursor.id());
  }

  private boolean freshTrade(Trade trade) {
    if (!sequentialIds) {
      return recentIds.put(trade.id(), true) == null;
    }
    return cursor.published()
        ? Long.parseLong(trade.id()) > Long.parseLong(cursor.id())
        : trade.timeMs() >= cursor.ts();
  }

  private boolean freshQuote(Quote quote, String id) {
    if (quote.timeMs() < cursor.ts() && cursor.published()) {
      return false;
    }
    return emitUnchanged || !id.equals(cursor.id());
  }

  private boolean freshBar(Bar bar, String id) {
    if (bar.timeMs() != cursor.ts()) {
      return bar.timeMs() > cursor.ts();
    }
    return !cursor.id().equals(Bar.CLOSED) && !id.equals(cursor.id());
  }
}
