package io.tickstream.connect.market.event;

/**
 * A venue's whole answer, for {@code value.mode=envelope}.
 *
 * @param symbol the symbols asked for, joined by commas
 * @param id equal for two answers that say the same
 */
public record Document(String symbol, long timeMs, String text, String id) implements MarketEvent {

  @Override
  public long updateMs() {
    return timeMs;
  }
}
