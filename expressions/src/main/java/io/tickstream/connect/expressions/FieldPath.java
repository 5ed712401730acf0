package io.tickstream.connect.expressions;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** The way to a field: {@code meta.requested}, {@code data[0].ticker}, {@code "52_week_high"}. */
public record FieldPath(List<Step> steps) {
  private static final Pattern BARE = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

  /** One step of a path. */
  public sealed interface Step {}

  /** Into the field of a Struct, or the entry of a Map, with this exact name. */
  public record Name(String name) implements Step {}

  /** Into the element of an array, from 0. */
  public record Index(int index) implements Step {}

  public FieldPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a path needs at least one step");
    }
  }

  /** A path of one name, taken literally, dots and all. */
  public static FieldPath ofName(String name) {
    return new FieldPath(List.of(new Name(name)));
  }

  /**
   * Reads a path as an option holds it: names separated by dots, {@code [n]} for array elements,
   * backticks or double quotes around a name that contains a dot, a bracket or the quote itself
   * (doubled). Unquoted names may hold any other character.
   *
   * @throws ExpressionSyntaxException with a caret under the fault
   */
  public static FieldPath parse(String text) {
    return new PathParser(text).parse();
  }

  /**
   * A reader for values of {@code schema}; without one, for Maps and Structs as they come. A name
   * that the schema does not have reads as null, a null as the default of its schema, if any.
   */
  public Reader<Object> reader(@Nullable Schema schema) {
    return PathCompiler.compile(new Root<>(0, schema, PathCompiler.IDENTITY), this).reader();
  }

  /** As {@link #reader}, but what is null reads as null and never as its schema's default. */
  public Reader<Object> readerOfNulls(@Nullable Schema schema) {
    Root<Object> root = new Root<>(0, schema, PathCompiler.IDENTITY);
    return PathCompiler.compile(root, this, PathCompiler.Nulls.AS_NULL).reader();
  }

  /** The schema this path leads to from {@code schema}, or null where it leads nowhere. */
  public @Nullable Schema schemaIn(Schema schema) {
    return PathCompiler.schemaAt(schema, steps);
  }

  /** All but the last step; null when there is only one. */
  public @Nullable FieldPath parent() {
    return steps.size() == 1 ? null : new FieldPath(steps.subList(0, steps.size() - 1));
  }

  /** The last step. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /** The path as it is written in an expression. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Index index) {
        text.append('[').append(index.index()).append(']');
      } else if (step instanceof Name name) {
        text.append(text.isEmpty() ? "" : ".").append(quotedIfNeeded(name.name()));
      }
    }
    return text.toString();
  }

  private static String quotedIfNeeded(String name) {
    return BARE.matcher(name).matches() ? name : '"' + name.replace("\"", "\"\"") + '"';
  }
}
