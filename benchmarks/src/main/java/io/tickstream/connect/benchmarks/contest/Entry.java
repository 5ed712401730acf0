package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.benchmarks.measure.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One line of the result: a contestant in one variant with one load, and all its repetitions. Not
 * thread-safe.
 */
public final class Entry {

  private final Contestant contestant;
  private final @Nullable Variant variant;
  private final Load load;
  private final List<Sample> samples = new ArrayList<>();
  private @Nullable String failure;

  /**
   * Nothing measured yet.
   *
   * @param variant null for a client without Connect
   */
  Entry(Contestant contestant, @Nullable Variant variant, Load load) {
    this.contestant = contestant;
    this.variant = variant;
    this.load = load;
  }

  /** Who runs. */
  public Contestant contestant() {
    return contestant;
  }

  /** In which variant; null for a client without Connect. */
  public @Nullable Variant variant() {
    return variant;
  }

  /** What it has to write. */
  Load load() {
    return load;
  }

  /** Name, variant and, where there are several, the number of records. */
  public String label() {
    String label = contestant.name();
    if (variant != null) {
      label += ", " + variant.label();
    }
    return label + load.label();
  }

  /** Adds a repetition. */
  public void add(Sample sample) {
    samples.add(sample);
  }

  /** Ends this entry's part in the contest. */
  public void fail(String reason) {
    failure = reason;
  }

  /** Why there is no result, or null. */
  public @Nullable String failure() {
    return failure;
  }

  /** The repetitions so far. */
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** Whether it can still run. */
  public boolean isRunning() {
    return failure == null;
  }

  /** Whether there is something to report. */
  public boolean hasResult() {
    return failure == null && !samples.isEmpty();
  }

  /** Rows per second. */
  public Spread rate() {
    return spread(Sample::rate);
  }

  /** CPU seconds per million rows. */
  public Spread cpuPerMillion(Role role) {
    return spread(sample -> sample.cpuPerMillion(role));
  }

  /** Any other figure of the repetitions. */
  public Spread spread(ToDoubleFunction<Sample> figure) {
    return Spread.of(samples.stream().map(figure::applyAsDouble).toList());
  }

  /** This entry's figure over the other's, round by round; the other's figure must not be 0. */
  public Spread ratio(Entry other, ToDoubleFunction<Sample> figure) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(samples.size(), other.samples.size()); i++) {
      ratios.add(figure.applyAsDouble(samples.get(i)) / figure.applyAsDouble(other.samples.get(i)));
    }
    return Spread.of(ratios);
  }

  /** The largest share of the machine that others took in a repetition. */
  public double worstOtherShare() {
    return samples.stream().mapToDouble(sample -> sample.usage().otherShare()).max().orElse(0);
  }
}
