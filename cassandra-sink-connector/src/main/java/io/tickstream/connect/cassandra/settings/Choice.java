package io.tickstream.connect.cassandra.settings;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** One of a few words, in any case. */
final class Choice implements ConfigDef.Validator {
  private final List<String> allowed;
  private final List<String> tolerated;
  private final boolean mayBeAbsent;

  private Choice(List<String> allowed, List<String> tolerated, boolean mayBeAbsent) {
    this.allowed = allowed;
    this.tolerated = tolerated;
    this.mayBeAbsent = mayBeAbsent;
  }

  static Choice of(String... allowed) {
    return new Choice(List.of(allowed), List.of(), false);
  }

  /** Words of old configurations, accepted but not offered. */
  Choice tolerating(String... words) {
    return new Choice(allowed, List.of(words), mayBeAbsent);
  }

  Choice optional() {
    return new Choice(allowed, tolerated, true);
  }

  @Override
  public void ensureValid(String name, @Nullable Object value) {
    if (value == null && mayBeAbsent) {
      return;
    }
    if (!(value instanceof String text)
        || !(contains(allowed, text) || contains(tolerated, text))) {
      throw new ConfigException(name, value, "allowed: " + this);
    }
  }

  private static boolean contains(List<String> words, String text) {
    return words.stream().anyMatch(text.trim()::equalsIgnoreCase);
  }

  @Override
  public String toString() {
    return String.join(", ", allowed);
  }

  /** The upper-case form under which an enum finds the word. */
  static String upper(String word) {
    return word.trim().toUpperCase(Locale.ROOT);
  }
}
