package io.tickstream.connect.expressions;

import java.util.ArrayList;
import java.util.List;

/** Reads a {@link FieldPath} where it stands alone, as in the option of a transform. */
final class PathParser {
  private final String text;
  private final List<FieldPath.Step> steps = new ArrayList<>();
  private int position;

  PathParser(String text) {
    this.text = text;
  }

  FieldPath parse() {
    name();
    while (position < text.length()) {
      if (text.charAt(position) == '.') {
        position++;
        name();
      } else if (text.charAt(position) == '[') {
        index();
      } else {
        throw fault("expected '.' or '[' between the steps of the path", position);
      }
    }
    return new FieldPath(steps);
  }

  private void name() {
    int start = position;
    char first = start < text.length() ? text.charAt(start) : '.';
    if (first == '`' || first == '"') {
      steps.add(new FieldPath.Name(quoted(first)));
      return;
    }
    while (position < text.length() && ".[".indexOf(text.charAt(position)) < 0) {
      position++;
    }
    if (position == start) {
      throw fault("expected the name of a field", start);
    }
    steps.add(new FieldPath.Name(text.substring(start, position)));
  }

  private String quoted(char quote) {
    int start = position++;
    StringBuilder name = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c != quote) {
        name.append(c);
      } else if (position < text.length() && text.charAt(position) == quote) {
        name.append(quote);
        position++;
      } else {
        return name.toString();
      }
    }
    throw fault("the quote that opens here is never closed", start);
  }

  private void index() {
    int start = position++;
    int close = text.indexOf(']', start);
    if (close < 0) {
      throw fault("the '[' that opens here is never closed", start);
    }
    try {
      int index = Integer.parseInt(text.substring(start + 1, close));
      if (index < 0) {
        throw fault("an array index counts from 0", start + 1);
      }
      steps.add(new FieldPath.Index(index));
    } catch (NumberFormatException e) {
      throw fault("expected an array index such as [0]", start + 1);
    }
    position = close + 1;
  }

  private ExpressionSyntaxException fault(String problem, int at) {
    return new ExpressionSyntaxException(problem, text, at);
  }
}
