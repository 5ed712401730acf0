package io.tickstream.connect.benchmarks.load;

import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The trades in a topic: each symbol's are numbered 1, 2, 3, …, in any order, while their times do
 * not go back. Not thread-safe.
 */
public final class Trades {

  private final Map<String, OfSymbol> symbols = new TreeMap<>();
  private @Nullable String problem;

  private static final class OfSymbol {
    private final BitSet numbers = new BitSet();
    private long sum;
    private long timeMs = Long.MIN_VALUE;
  }

  /** Adds one trade; those of a symbol in the order of the topic. */
  public void add(Trade trade) {
    OfSymbol before = symbols.computeIfAbsent(trade.symbol(), symbol -> new OfSymbol());
    if (problem == null) {
      problem = problem(trade, before);
    }
    before.numbers.set(Math.max(0, trade.number()));
    before.sum += trade.hash();
    before.timeMs = trade.timeMs();
  }

  private static @Nullable String problem(Trade trade, OfSymbol before) {
    if (trade.number() < 1) {
      return "%s has a trade %d".formatted(trade.symbol(), trade.number());
    } else if (before.numbers.get(trade.number())) {
      return "%s has trade %d twice".formatted(trade.symbol(), trade.number());
    } else if (trade.timeMs() < before.timeMs) {
      return "%s has trade %d before the time of one that came earlier"
          .formatted(trade.symbol(), trade.number());
    } else if (!(trade.price() > 0 && trade.quantity() > 0)) {
      return "%s has trade %d of %s at %s"
          .formatted(trade.symbol(), trade.number(), trade.quantity(), trade.price());
    }
    return null;
  }

  /** How many different trades a symbol has. */
  public int count(String symbol) {
    OfSymbol found = symbols.get(symbol);
    return found == null ? 0 : found.numbers.cardinality();
  }

  /** How many different trades there are: symbol and number tell them apart. */
  public long total() {
    return symbols.values().stream().mapToLong(found -> found.numbers.cardinality()).sum();
  }

  /** What is wrong with them, or null. */
  public @Nullable String problem() {
    if (problem != null) {
      return problem;
    }
    for (Map.Entry<String, OfSymbol> each : symbols.entrySet()) {
      BitSet numbers = each.getValue().numbers;
      int missing = numbers.nextClearBit(1);
      if (missing < numbers.length()) {
        return "%s has no trade %d".formatted(each.getKey(), missing);
      }
    }
    return null;
  }

  /**
   * The first thing, times aside, in which these are not the trades that should be here, or null.
   */
  public @Nullable String difference(Trades expected) {
    for (String symbol : symbols.keySet()) {
      if (!expected.symbols.containsKey(symbol)) {
        return "%s should have no trades".formatted(symbol);
      }
    }
    for (Map.Entry<String, OfSymbol> each : expected.symbols.entrySet()) {
      OfSymbol found = symbols.get(each.getKey());
      if (found == null) {
        return "%s has no trades".formatted(each.getKey());
      } else if (found.sum != each.getValue().sum) {
        return "%s has other trades than it should have".formatted(each.getKey());
      }
    }
    return null;
  }
}
