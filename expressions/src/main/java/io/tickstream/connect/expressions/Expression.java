package io.tickstream.connect.expressions;

import java.util.List;

/**
 * A condition of the rule language, parsed and checked: {@code price > 0 and currency = 'USD'}.
 * Immutable; compile it once per schema and ask the {@link Condition} about each record.
 */
public final class Expression {
  private final String text;
  private final String source;
  private final Node root;

  Expression(String text, String source, Node root) {
    this.text = text;
    this.source = source;
    this.root = root;
  }

  /**
   * Reads one condition.
   *
   * @throws ExpressionSyntaxException whose message shows the text with a caret under the fault
   */
  public static Expression parse(String text) {
    return new Parser(text).expression();
  }

  /**
   * Reads conditions separated by semicolons, at least one; the last may be followed by one too.
   *
   * @throws ExpressionSyntaxException whose message shows the text with a caret under the fault
   */
  public static List<Expression> parseRules(String text) {
    return List.copyOf(new Parser(text).rules());
  }

  /** The condition as it was written, which is also its name in messages and headers. */
  public String text() {
    return text;
  }

  /**
   * Resolves every name in {@code scope}. A name that a known schema lacks reads as null and is
   * listed by {@link Condition#missing()}.
   *
   * @throws ExpressionSyntaxException with a caret under a name that begins with no root of the
   *     scope
   */
  public <R> Condition<R> compile(Scope<R> scope) {
    return new Compiler<>(scope, source).compile(this.root, text);
  }

  @Override
  public String toString() {
    return text;
  }
}
