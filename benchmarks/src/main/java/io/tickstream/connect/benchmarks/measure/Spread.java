package io.tickstream.connect.benchmarks.measure;

import java.util.Collection;
import java.util.List;

/**
 * The repetitions of one measurement, with their median, minimum and maximum.
 *
 * @param values at least one; those of a contest in the order of its rounds
 */
public record Spread(List<Double> values) {

  public Spread {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no repetitions to sum up");
    }
    values = List.copyOf(values);
  }

  /**
   * Sums up at least one value.
   *
   * @throws IllegalArgumentException without values
   */
  public static Spread of(Collection<Double> values) {
    return new Spread(List.copyOf(values));
  }

  public double median() {
    return quantile(values, 0.5);
  }

  public double min() {
    return quantile(values, 0);
  }

  public double max() {
    return quantile(values, 1);
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
