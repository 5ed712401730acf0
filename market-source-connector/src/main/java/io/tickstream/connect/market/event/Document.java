package io.tickstream.connect.market.event;

/**
 * A venue's whole answer, untouched, for {@code value.mode=envelope}.
 *
 * @param symbol the symbols asked for, joined by commas
 */
public record Document(String symbol, long timeMs, String text) implements MarketEvent {

  @Override
  public long updateMs() {
    return timeMs;
  }

  @Override
  public String id() {
    return new Fingerprint().add(text).toString();
  }
}
