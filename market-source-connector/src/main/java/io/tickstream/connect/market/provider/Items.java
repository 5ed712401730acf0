package io.tickstream.connect.market.provider;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.MarketEvent;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the events of an answer or frame. What cannot be read is left out and counted, so that
 * one broken element costs neither the others nor a bad record. Not thread-safe.
 */
public final class Items {

  /** Beyond any clock's error; a cursor that took such a time would never see an event again. */
  private static final long FUTURE_MS = Duration.ofDays(1).toMillis();

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

  /** The events so far, as one page, oldest first. */
  public Page sortedPage() {
    items.sort(Comparator.comparingLong(item -> item.event().timeMs()));
    return page();
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
