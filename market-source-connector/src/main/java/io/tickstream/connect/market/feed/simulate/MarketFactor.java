package io.tickstream.connect.market.feed.simulate;

import java.util.Arrays;

/**
 * The factor that moves all symbols alike, one normal draw per second of trading. The symbols of a
 * task ask for about the same seconds at about the same time, so the last few are kept. Not
 * thread-safe.
 */
final class MarketFactor {

  private static final int KEPT = 256;
  private static final int RETURN = 6;
  private static final String NAME = "\u0000market";

  private final Draws draws;
  private final long[] buckets = new long[KEPT];
  private final double[] values = new double[KEPT];

  MarketFactor(long seed) {
    this.draws = new Draws(seed, NAME);
    Arrays.fill(buckets, -1);
  }

  double normal(long bucket) {
    int slot = (int) (bucket & (KEPT - 1));
    if (buckets[slot] != bucket) {
      buckets[slot] = bucket;
      values[slot] = draws.normal(bucket, RETURN);
    }
    return values[slot];
  }
}
