package io.tickstream.connect.cassandra.settings;

import java.util.Collection;
import java.util.Comparator;

/** Finds the name that was probably meant. */
final class Nearest {

  private Nearest() {}

  /** The known name with the fewest letters to change. */
  static String to(String given, Collection<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(name -> distance(lower(given), lower(name))))
        .orElseThrow();
  }

  private static String lower(String name) {
    return name.toLowerCase(java.util.Locale.ROOT);
  }

  /** Levenshtein's distance, one row at a time. */
  private static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int substituted = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[to.length()];
  }
}
