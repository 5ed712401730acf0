package io.tickstream.connect.market.provider;

import java.util.Locale;

/** How data comes from a venue: asked for, or pushed. */
public enum Mode {
  POLL,
  STREAM;

  /** The name used in configurations. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
