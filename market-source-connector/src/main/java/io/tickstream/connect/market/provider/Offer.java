package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.event.Dataset;
import java.util.List;

/**
 * A dataset that a provider has, and how.
 *
 * @param intervals of bars, in this connector's notation ({@code 1m}, {@code 1d}, {@code 1M});
 *     empty for what is not bars
 */
public record Offer(Dataset dataset, Mode mode, List<String> intervals) {

  public Offer {
    intervals = List.copyOf(intervals);
  }

  public static Offer of(Dataset dataset, Mode mode) {
    return new Offer(dataset, mode, List.of());
  }

  public static Offer bars(Mode mode, String... intervals) {
    return new Offer(Dataset.BAR, mode, List.of(intervals));
  }
}
