package io.tickstream.connect.market.provider;

/**
 * What a venue allows one key or address, before it is divided by tasks; {@link #UNLIMITED} where
 * it sets no limit.
 */
public record Limits(long perSecond, long perMinute, long perDay, long weightPerMinute) {

  public static final long UNLIMITED = 0;

  public static final Limits NONE = new Limits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);

  public static Limits perMinute(long requests) {
    return new Limits(UNLIMITED, requests, UNLIMITED, UNLIMITED);
  }

  public Limits andPerSecond(long requests) {
    return new Limits(requests, perMinute, perDay, weightPerMinute);
  }

  public Limits andPerDay(long requests) {
    return new Limits(perSecond, perMinute, requests, weightPerMinute);
  }

  public Limits andWeightPerMinute(long weight) {
    return new Limits(perSecond, perMinute, perDay, weight);
  }
}
