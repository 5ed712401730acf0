package io.tickstream.connect.expressions;

import java.util.Locale;

/**
 * A word of an expression.
 *
 * @param text of a name or string what stands between its quotes, else as written
 */
record Token(Type type, String text, int position) {
  enum Type {
    NAME,
    QUOTED_NAME,
    STRING,
    NUMBER,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return type == Type.SYMBOL && text.equals(symbol);
  }

  /** Keywords are the same in any case; a name in quotes is never one. */
  boolean isKeyword(String keyword) {
    return type == Type.NAME && text.toLowerCase(Locale.ROOT).equals(keyword);
  }

  /** How an error message calls it. */
  String described() {
    return type == Type.END ? "the end" : "'" + text + "'";
  }
}
