package io.tickstream.connect.stack.quickstart;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people type them and like to read them. */
final class Durations {
  private static final Pattern TYPED = Pattern.compile("([1-9][0-9]{0,6})(s|m|h)");
  private static final long READ_IN_MS_BELOW = 1_000;

  private Durations() {}

  /** {@code 45s}, {@code 10m}, {@code 2h}. */
  static Duration parse(String option, String text) {
    Matcher matcher = TYPED.matcher(text);
    if (!matcher.matches()) {
      throw new UsageException(
          "%s is \"%s\"; allowed: a whole number with a unit, such as 45s, 10m or 2h"
              .formatted(option, text));
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofHours(amount);
    };
  }

  /** {@code 250 ms} or {@code 2.1 s}. */
  static String format(Duration duration) {
    long millis = duration.toMillis();
    return Math.abs(millis) < READ_IN_MS_BELOW
        ? millis + " ms"
        : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }
}
