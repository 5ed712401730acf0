package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.event.MarketEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event out of an answer or frame.
 *
 * @param raw the JSON it was made from, when {@link Settings#needsRaw}
 */
public record Item(MarketEvent event, @Nullable String raw) {

  public static Item of(MarketEvent event) {
    return new Item(event, null);
  }
}
