package io.tickstream.connect.market.provider;

/**
 * What a venue allows one key or address, before it is divided by tasks; {@link #UNLIMITED} where
 * it sets no limit.
 */
public record Limits(
    long perSecond, long perMinute, long perDay, long weightPerMinute, long weightPerDay) {

  public static final long UNLIMITED = 0;

  public static final Limits NONE =
      new Limits(UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED, UNLIMITED);

  public static Limits perMinute(long requests) {
    return NONE.andPerMinute(requests);
  }

  public Limits andPerSecond(long requests) {
    return new Limits(requests, perMinute, perDay, weightPerMinute, weightPerDay);
  }

  public Limits andPerMinute(long requests) {
    return new Limits(perSecond, requests, perDay, weightPerMinute, weightPerDay);
  }

  public Limits andPerDay(long requests) {
    return new Limits(perSecond, perMinute, requests, weightPerMinute, weightPerDay);
  }

  public Limits andWeightPerMinute(long weight) {
    return new Limits(perSecond, perMinute, perDay, weight, weightPerDay);
  }

  public Limits andWeightPerDay(long weight) {
    return new Limits(perSecond, perMinute, perDay, weightPerMinute, weight);
  }
}
