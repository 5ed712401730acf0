package io.tickstream.connect.expressions;

/** An expression that does not parse; the message shows its line with a caret under the fault. */
public final class ExpressionSyntaxException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String problem;
  private final int position;

  ExpressionSyntaxException(String problem, String text, int position) {
    super(message(problem, text, position));
    this.problem = problem;
    this.position = position;
  }

  /** What is wrong, without the text and the caret. */
  public String problem() {
    return problem;
  }

  /** Where, counted in characters from the start of the text, from 0. */
  public int position() {
    return position;
  }

  private static String message(String problem, String text, int position) {
    int lineStart = text.lastIndexOf('\n', position - 1) + 1;
    int newline = text.indexOf('\n', position);
    int lineEnd = newline < 0 ? text.length() : newline;
    // Tabs become blanks so that the caret stands under its character whatever a tab is worth.
    String line = text.substring(lineStart, lineEnd).replace('\t', ' ').replace('\r', ' ');
    return problem + "\n" + line + "\n" + " ".repeat(position - lineStart) + "^";
  }
}
