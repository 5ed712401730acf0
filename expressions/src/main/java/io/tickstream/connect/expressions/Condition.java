package io.tickstream.connect.expressions;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An expression compiled for one schema. Holds no state of a record and may be shared by threads;
 * with a known schema it looks nothing up by name.
 *
 * @param <R> what it is asked about
 */
public final class Condition<R> {
  /** A part of a compiled condition. */
  @FunctionalInterface
  interface Test<R> {
    Truth of(R input);
  }

  /** A path of the expression with its reader. */
  record Operand<R>(FieldPath path, Reader<R> reader, boolean known) {}

  private final String text;
  private final Test<R> test;
  private final List<Operand<R>> operands;

  Condition(String text, Test<R> test, List<Operand<R>> operands) {
    this.text = text;
    this.test = test;
    this.operands = List.copyOf(operands);
  }

  /** The expression as it was written. */
  public String text() {
    return text;
  }

  public Truth test(R input) {
    return test.of(input);
  }

  /** Whether the condition is true; unknown is not enough. */
  public boolean holds(R input) {
    return test.of(input) == Truth.TRUE;
  }

  /** The paths that lead to nothing in the schema compiled against: typing mistakes, often. */
  public List<FieldPath> missing() {
    return operands.stream().filter(operand -> !operand.known()).map(Operand::path).toList();
  }

  /**
   * What kind of value each path has in {@code input}, for an error message: {@code price is
   * string, currency is null}. Never the values themselves.
   */
  public String describe(R input) {
    return operands.stream()
        .map(
            operand ->
                operand.known()
                    ? operand.path() + " is " + Kind.describe(operand.reader().read(input))
                    : operand.path() + " is not in the schema")
        .distinct()
        .collect(Collectors.joining(", "));
  }
}
