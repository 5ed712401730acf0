package io.tickstream.connect.benchmarks.load;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The numbers of trades: each symbol's are 1, 2, 3, …, in any order. Not thread-safe. */
public final class TradeNumbers {

  private final Map<String, BitSet> seen = new TreeMap<>();
  private @Nullable String problem;

  /** Adds one trade. */
  public void add(String symbol, int number) {
    BitSet numbers = seen.computeIfAbsent(symbol, each -> new BitSet());
    if (number < 1) {
      problem = "%s has a trade %d".formatted(symbol, number);
    } else if (numbers.get(number)) {
      problem = "%s has trade %d twice".formatted(symbol, number);
    } else {
      numbers.set(number);
    }
  }

  /** What is wrong with them, or null. */
  public @Nullable String problem() {
    if (problem != null) {
      return problem;
    }
    for (Map.Entry<String, BitSet> each : seen.entrySet()) {
      int missing = each.getValue().nextClearBit(1);
      if (missing < each.getValue().length()) {
        return "%s has no trade %d".formatted(each.getKey(), missing);
      }
    }
    return null;
  }
}
