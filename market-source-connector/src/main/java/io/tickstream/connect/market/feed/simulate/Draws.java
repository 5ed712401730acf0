package io.tickstream.connect.market.feed.simulate;

/**
 * Random numbers by counting: a draw is a hash of seed, symbol, tick and purpose, so that any tick
 * can be had without those before it, on any task and any machine. The hash is SplitMix64's
 * finaliser (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014). Immutable.
 */
final class Draws {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final int PURPOSES = 16;

  private final long base;

  Draws(long seed, String name) {
    this.base = seed ^ mix(fnv(name));
  }

  /** Uniform in (0, 1), never its ends. */
  double uniform(long tick, int purpose) {
    return ((bits(tick, purpose) >>> 11) + 0.5) * 0x1.0p-53;
  }

  /** Standard normal. */
  double normal(long tick, int purpose) {
    return Normal.quantile(uniform(tick, purpose));
  }

  long bits(long tick, int purpose) {
    return mix(base + (tick * PURPOSES + purpose) * GOLDEN);
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  private static long fnv(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }
}
