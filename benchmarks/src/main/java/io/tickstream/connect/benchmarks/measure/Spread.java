package io.tickstream.connect.benchmarks.measure;

import java.util.Collection;

/** Median, minimum and maximum of the repetitions of one measurement. */
public record Spread(double median, double min, double max) {

  /**
   * Sums up at least one value.
   *
   * @throws IllegalArgumentException without values
   */
  public static Spread of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no repetitions to sum up");
    }
    return new Spread(quantile(values, 0.5), quantile(values, 0), quantile(values, 1));
  }

  /** The value below which the given share (0 to 1) of the values lies, interpolated. */
  public static double quantile(Collection<Double> values, double share) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double at = share * (sorted.length - 1);
    int below = (int) Math.floor(at);
    int above = (int) Math.ceil(at);
    return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
  }
}
