package io.tickstream.connect.market.provider;

/**
 * What an answer's headers tell of an allowance, counted by the venue itself, so that it holds over
 * restarts.
 *
 * @param used units used up in the current window; -1 when unknown
 * @param remaining units left in the current window; -1 when unknown
 */
public record Usage(Window window, long used, long remaining) {

  /** The allowance it is about. */
  public enum Window {
    SECOND,
    MINUTE,
    DAY,
    WEIGHT_MINUTE,
    WEIGHT_DAY
  }

  public static Usage used(Window window, long units) {
    return new Usage(window, units, -1);
  }

  public static Usage remaining(Window window, long units) {
    return new Usage(window, -1, units);
  }
}
