package io.tickstream.connect.market.event;

import java.util.Locale;

/** The kinds of market data; each has its own schema and, in most set-ups, its own topic. */
public enum Dataset {
  QUOTE,
  TRADE,
  BAR;

  /** The name used in configurations, offsets and topics. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The dataset of a label.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Dataset of(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }
}
