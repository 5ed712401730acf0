package io.tickstream.connect.market.feed.simulate;

/**
 * Log-normal sizes in whole lots, at least one: 4096 equally likely ones, worked out beforehand.
 * Immutable.
 */
final class Sizes {

  private static final int BITS = 12;

  private final long[] lots = new long[1 << BITS];

  Sizes(double medianLots, double sigma) {
    for (int i = 0; i < lots.length; i++) {
      double z = Normal.quantile((i + 0.5) / lots.length);
      lots[i] = Math.max(1, Math.round(medianLots * StrictMath.exp(sigma * z)));
    }
  }

  long lots(long randomBits) {
    return lots[(int) (randomBits >>> (Long.SIZE - BITS))];
  }
}
