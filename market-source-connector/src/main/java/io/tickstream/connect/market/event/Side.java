package io.tickstream.connect.market.event;

import java.util.Locale;

/** Who took the liquidity. */
public enum Side {
  BUY,
  SELL;

  private final String label = name().toLowerCase(Locale.ROOT);

  /** The name used in records. */
  public String label() {
    return label;
  }
}
