package io.tickstream.connect.market.offset;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Trade;
import java.util.LinkedHashMap;
import java.util.List;
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
  private boolean resuming;
  private long settledMs = Long.MIN_VALUE;

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
    this.resuming = cursor.published() && !sequentialIds;
    if (cursor.published()) {
      recentIds.put(cursor.id(), true);
    }
  }

  public Cursor cursor() {
    return cursor;
  }

  /**
   * Says that everything before the cursor is published. A request that begins before it, because
   * the venue knows only days, say, brings it again, and more than the ids that are remembered.
   */
  public void settle() {
    settledMs = cursor.ts();
  }

  /** Whether {@link #recall} still has to be told what a history lists. */
  public boolean resuming() {
    return resuming;
  }

  /**
   * While {@link #resuming}, looks at what a history lists before {@link #advance} takes it. A
   * stored cursor names the last of the trades of its time; those listed before it were published
   * too.
   */
  public void recall(List<? extends MarketEvent> listed) {
    List<String> sameTime =
        listed.stream()
            .filter(event -> event.timeMs() == cursor.ts())
            .map(MarketEvent::id)
            .toList();
    int last = sameTime.indexOf(cursor.id());
    sameTime.subList(0, last + 1).forEach(id -> recentIds.put(id, true));
    resuming = last < 0;
  }

  /** Whether the event is new; if so, the cursor moves to it. */
  public boolean advance(MarketEvent event) {
    String id = event.id();
    boolean fresh = isNew(event, id);
    // A late trade of a stream without sequence does not move the cursor.
    boolean late = !sequentialIds && event instanceof Trade && event.timeMs() < cursor.ts();
    if (fresh && !late) {
      // The first bar may have begun before the time to begin at.
      long beforeMs = cursor.published() ? cursor.ts() : Long.MIN_VALUE;
      cursor = new Cursor(Math.max(beforeMs, event.timeMs()), id);
      resuming = false;
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
      return trade.timeMs() >= settledMs && recentIds.put(trade.id(), true) == null;
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
    if (!cursor.published()) {
      // The first is the bar that is open at the beginning, whenever its exchange's day began.
      return bar.endMs() > cursor.ts();
    }
    if (bar.timeMs() != cursor.ts()) {
      return bar.timeMs() > cursor.ts();
    }
    return !cursor.id().equals(Bar.CLOSED) && !id.equals(cursor.id());
  }
}
