package io.tickstream.connect.market.provider;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Symbols in the spelling that was asked for: venues answer {@code AAPL} to {@code aapl}, and
 * cursors go by symbol. Not thread-safe.
 */
public final class Spellings {

  private final Set<String> asked;
  private final Map<String, String> byLetters = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  public Spellings(Collection<String> asked) {
    this.asked = new HashSet<>(asked);
  }

  /** The symbol that was asked for, if one has the same letters; else the given one. */
  public String of(String answered) {
    if (asked.contains(answered)) {
      return answered;
    }
    if (byLetters.isEmpty()) {
      asked.forEach(symbol -> byLetters.put(symbol, symbol));
    }
    return byLetters.getOrDefault(answered, answered);
  }
}
