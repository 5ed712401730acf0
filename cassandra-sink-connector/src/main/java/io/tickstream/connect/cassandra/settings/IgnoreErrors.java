package io.tickstream.connect.cassandra.settings;

/** Which records that can never be written are dropped, counted and warned about. */
public enum IgnoreErrors {
  NONE,
  DRIVER,
  ALL;

  static IgnoreErrors of(String text) {
    return switch (Choice.upper(text)) {
      case "TRUE", "DRIVER" -> DRIVER;
      case "ALL" -> ALL;
      default -> NONE;
    };
  }
}
