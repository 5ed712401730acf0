package io.tickstream.connect.benchmarks.contest;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills {@code {{name}}} in a contestant's configuration with what this contest uses. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.]+)}}");

  private final Map<String, String> values;

  Placeholders(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** Keys and values filled; fails on a name that this contest does not have. */
  Map<String, String> fill(Map<String, String> config) {
    Map<String, String> filled = new TreeMap<>();
    config.forEach((key, value) -> filled.put(fill(key), fill(value)));
    return filled;
  }

  private String fill(String text) {
    return PLACEHOLDER.matcher(text).replaceAll(this::value);
  }

  private String value(MatchResult match) {
    String value = values.get(match.group(1));
    if (value == null) {
      throw new IllegalArgumentException(
          "unknown placeholder %s; there are %s"
              .formatted(match.group(), values.keySet().stream().sorted().toList()));
    }
    return Matcher.quoteReplacement(value);
  }
}
