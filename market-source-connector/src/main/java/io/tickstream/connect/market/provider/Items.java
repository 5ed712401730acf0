package io.tickstream.connect.market.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Trade;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the events of an answer or frame. What cannot be read is left out and counted, so that
 * one broken element costs neither the others nor a bad record. Not thread-safe.
 */
public final class Items {

  /** Beyond any clock's error; a cursor that took such a time would never see an event again. */
  private static final long FUTURE_MS = Duration.ofDays(1).toMillis();

  private static final Comparator<MarketEvent> BY_TIME =
      Comparator.comparingLong(MarketEvent::timeMs);

  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final boolean needsRaw;
  private final long receivedMs;
  private final List<Item> items = new ArrayList<>();
  private int malformed;

  public Items(Settings settings, long receivedMs) {
    this.needsRaw = settings.needsRaw();
    this.receivedMs = receivedMs;
  }

  /** Adds what a JSON element is read as; null leaves it out as not wanted. */
  public void add(JsonNode element, Supplier<? extends @Nullable MarketEvent> reading) {
    add(element::toString, reading);
  }

  /** Adds an event whose JSON is put together only when it is needed. */
  public void add(Supplier<String> raw, Supplier<? extends @Nullable MarketEvent> reading) {
    try {
      MarketEvent event = reading.get();
      if (event == null) {
        return;
      }
      if (event.timeMs() > receivedMs + FUTURE_MS) {
        malformed++;
        return;
      }
      items.add(new Item(event, needsRaw ? raw.get() : null));
    } catch (IllegalArgumentException | DateTimeException notOne) {
      malformed++;
    }
  }

  /** The events so far. */
  public List<Item> list() {
    return items;
  }

  public int malformed() {
    return malformed;
  }

  /** The events so far, as one page. */
  public Page page() {
    return Page.of(items).withMalformed(malformed);
  }

  /** The events so far, as one page, oldest first, whichever way the answer lists them. */
  public Page sortedPage() {
    if (newestFirst()) {
      // Sorting leaves those of one time as they are listed.
      Collections.reverse(items);
    }
    items.sort(Comparator.comparingLong(item -> item.event().timeMs()));
    return page();
  }

  /** The same for trades whose ids are numbers that rise, which tell more than their times. */
  public Page numberedPage() {
    items.sort(Comparator.comparingLong(item -> Long.parseLong(item.event().id())));
    return page();
  }

  /** Told by times; where all are the same, by ids that are numbers, as later ones are higher. */
  private boolean newestFirst() {
    int steps = steps(BY_TIME);
    return (steps == 0 ? steps(Items::compareNumbers) : steps) < 0;
  }

  /** Steps forward less steps back, from every event to the next one of its symbol. */
  private int steps(Comparator<MarketEvent> order) {
    Map<String, MarketEvent> last = new HashMap<>();
    int steps = 0;
    for (Item item : items) {
      MarketEvent before = last.put(item.event().symbol(), item.event());
      steps += before == null ? 0 : Integer.signum(order.compare(item.event(), before));
    }
    return steps;
  }

  private static int compareNumbers(MarketEvent one, MarketEvent other) {
    return isNumbered(one) && isNumbered(other)
        ? Long.compare(Long.parseLong(one.id()), Long.parseLong(other.id()))
        : 0;
  }

  private static boolean isNumbered(MarketEvent event) {
    return event instanceof Trade trade && NUMBER.matcher(trade.id()).matches();
  }

  /** The events so far, as one frame. */
  public Frame frame() {
    Frame events = new Frame.Events(items);
    return malformed == 0
        ? events
        : new Frame.Several(
            List.of(events, new Frame.Malformed("an element is not as documented")));
  }
}
