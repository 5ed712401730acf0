package io.tickstream.connect.cassandra.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Reads names, quoted text and numbers out of a mapping, and knows where it is. */
final class Scanner {
  private final String text;
  private int position;

  Scanner(String text) {
    this.text = text;
  }

  int position() {
    return position;
  }

  void back(int start) {
    position = start;
  }

  void skipBlanks() {
    while (position < text.length() && Character.isWhitespace(text.charAt(position))) {
      position++;
    }
  }

  boolean atEnd() {
    return position == text.length();
  }

  /** NUL at the end. */
  char peek() {
    return atEnd() ? '\0' : text.charAt(position);
  }

  boolean take(char wanted) {
    if (peek() != wanted || atEnd()) {
      return false;
    }
    position++;
    return true;
  }

  void expect(char wanted, String after) {
    if (!take(wanted)) {
      throw error("expected '" + wanted + "' " + after + ", found " + found());
    }
  }

  /** Letters, digits and underscores; null when there are none. */
  @Nullable String word() {
    int start = position;
    while (isWordPart(peek())) {
      position++;
    }
    return start == position ? null : text.substring(start, position);
  }

  /** Text between two quotes; a doubled quote is one. */
  String quoted() {
    int start = position;
    char quote = text.charAt(position++);
    StringBuilder content = new StringBuilder();
    while (!atEnd()) {
      char c = text.charAt(position++);
      if (c != quote) {
        content.append(c);
      } else if (peek() == quote && !atEnd()) {
        content.append(quote);
        position++;
      } else {
        return content.toString();
      }
    }
    throw errorAt(start, "a quote that is not closed");
  }

  /** Long where it fits, else BigInteger; BigDecimal with a fraction or exponent. */
  Number number() {
    int start = position;
    while (isWordPart(peek()) || (!atEnd() && "+-.".indexOf(peek()) >= 0)) {
      position++;
    }
    String digits = text.substring(start, position);
    if (!digits.matches("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?")) {
      throw errorAt(start, "not a number");
    }
    if (!digits.matches("-?\\d+")) {
      return new BigDecimal(digits);
    }
    BigInteger whole = new BigInteger(digits);
    if (whole.bitLength() < Long.SIZE) {
      return whole.longValue();
    }
    return whole;
  }

  String found() {
    return atEnd() ? "the end" : "'" + peek() + "'";
  }

  MappingSyntaxException error(String problem) {
    return errorAt(position, problem);
  }

  MappingSyntaxException errorAt(int where, String problem) {
    return new MappingSyntaxException(problem, text, where);
  }

  private static boolean isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
