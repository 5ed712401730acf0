package io.tickstream.connect.expressions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts the text of an expression into words. */
final class Lexer {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]{1,4})?");
  private static final Pattern SYMBOL = Pattern.compile("!=|<=|>=|[=<>()\\[\\],.;]");

  /** What people write who come from another language, and what it is called here. */
  private static final Map<String, String> FOREIGN =
      Map.of("==", "=", "<>", "!=", "&&", "and", "||", "or", "!", "not", "&", "and", "|", "or");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int position;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    while (true) {
      while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
        position++;
      }
      if (position == text.length()) {
        tokens.add(new Token(Token.Type.END, "", position));
        return tokens;
      }
      next();
    }
  }

  private void next() {
    char c = text.charAt(position);
    if (c == '\'') {
      quoted(Token.Type.STRING, c);
    } else if (c == '"' || c == '`') {
      quoted(Token.Type.QUOTED_NAME, c);
    } else if (!matched(NUMBER, Token.Type.NUMBER) && !matched(NAME, Token.Type.NAME)) {
      refuseForeign();
      if (!matched(SYMBOL, Token.Type.SYMBOL)) {
        throw new ExpressionSyntaxException(
            "unexpected character '" + Character.toString(text.codePointAt(position)) + "'",
            text,
            position);
      }
    }
  }

  private boolean matched(Pattern pattern, Token.Type type) {
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    if (type == Token.Type.NUMBER && followedByName(matcher.end())) {
      throw new ExpressionSyntaxException(
          "a name that starts with a digit needs double quotes: \"52_week_high\"", text, position);
    }
    tokens.add(new Token(type, matcher.group(), position));
    position = matcher.end();
    return true;
  }

  private boolean followedByName(int end) {
    return NAME.matcher(text).region(end, text.length()).lookingAt();
  }

  private void refuseForeign() {
    for (int length = 2; length > 0; length--) {
      int end = Math.min(position + length, text.length());
      String written = text.substring(position, end);
      String ours = FOREIGN.get(written);
      if (ours != null) {
        throw new ExpressionSyntaxException(
            "'" + written + "' is written '" + ours + "' here", text, position);
      }
      if (SYMBOL.matcher(written).matches()) {
        return;
      }
    }
  }

  private void quoted(Token.Type type, char quote) {
    int start = position++;
    StringBuilder content = new StringBuilder();
    while (position < text.length()) {
      char c = text.charAt(position++);
      if (c != quote) {
        content.append(c);
      } else if (position < text.length() && text.charAt(position) == quote) {
        content.append(quote);
        position++;
      } else {
        tokens.add(new Token(type, content.toString(), start));
        return;
      }
    }
    throw new ExpressionSyntaxException("the quote that opens here is never closed", text, start);
  }
}
