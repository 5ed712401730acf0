package io.tickstream.connect.transforms.options;

import io.tickstream.connect.expressions.Expression;
import io.tickstream.connect.expressions.ExpressionSyntaxException;
import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.time.Granularity;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * An option that is checked by reading it the way it will be used; empty is left to its default.
 */
public final class Checked implements ConfigDef.Validator {
  public static final Checked PATHS = new Checked("field names or paths", true, FieldPath::parse);
  public static final Checked ZONE =
      new Checked("a time zone such as UTC, Europe/Rome or +01:00", true, ZoneId::of);
  public static final Checked PATTERN =
      new Checked(
          "a pattern of java.time.format.DateTimeFormatter", true, DateTimeFormatter::ofPattern);
  public static final Checked PATTERNS =
      new Checked(
          "patterns of java.time.format.DateTimeFormatter, separated by semicolons",
          true,
          text -> TimeOptions.patterns(text).stream().map(DateTimeFormatter::ofPattern).toList());
  public static final Checked GRANULARITY =
      new Checked(
          "minute, hour, day, week, month, year or an ISO 8601 duration such as PT15M",
          false,
          Granularity::parse);
  public static final Checked PAIR_FORMAT =
      new Checked("text with {base} and {quote}", false, Checked::pairFormat);
  public static final Checked ALIASES =
      new Checked("OTHER:NAME, separated by commas", true, Checked::alias);
  public static final Checked ANYTHING = new Checked("any text", true, text -> text);
  public static final Checked HEADER = new Checked("the name of a header", false, Checked::header);
  public static final Checked EXPRESSION = new Checked("a condition", false, Expression::parse);
  public static final Checked RULES =
      new Checked("conditions separated by semicolons", false, Expression::parseRules);

  /** Reads the text as the transform will; throws when it cannot be used. */
  @FunctionalInterface
  private interface Use {
    Object of(String text);
  }

  private final String allowed;
  private final boolean mayBeEmpty;
  private final Use use;

  private Checked(String allowed, boolean mayBeEmpty, Use use) {
    this.allowed = allowed;
    this.mayBeEmpty = mayBeEmpty;
    this.use = use;
  }

  @Override
  public void ensureValid(String name, @Nullable Object value) {
    List<?> parts =
        value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
    for (Object part : parts) {
      String text = part.toString();
      if (!text.isEmpty() || !mayBeEmpty) {
        check(name, value, text);
      }
    }
  }

  private void check(String name, @Nullable Object value, String text) {
    try {
      use.of(text);
    } catch (ExpressionSyntaxException e) {
      throw new ConfigException(name, value, e.getMessage());
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new ConfigException(name, value, "expected " + allowed + ": " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return allowed;
  }

  private static String pairFormat(String text) {
    return require(text, text.contains("{base}") && text.contains("{quote}"), "one is missing");
  }

  private static String alias(String text) {
    int colon = text.indexOf(':');
    return require(text, colon > 0 && colon < text.length() - 1, "a side of the colon is missing");
  }

  private static String header(String text) {
    return require(text, !text.isBlank(), "it is empty");
  }

  private static String require(String text, boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException(problem);
    }
    return text;
  }
}
