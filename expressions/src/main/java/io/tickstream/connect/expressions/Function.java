package io.tickstream.connect.expressions;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions of the language; each turns what it cannot read into null. */
enum Function {
  NUMBER {
    @Override
    @Nullable Object apply(Object value) {
      return value instanceof String text
          ? Numbers.parse(text)
          : value instanceof Number ? value : null;
    }
  },
  TIMESTAMP {
    @Override
    @Nullable Object apply(Object value) {
      return value instanceof String text ? Times.parse(text) : Times.isTime(value) ? value : null;
    }
  },
  LENGTH {
    @Override
    @Nullable Object apply(Object value) {
      return value instanceof String text ? (long) text.codePointCount(0, text.length()) : null;
    }
  },
  LOWER {
    @Override
    @Nullable Object apply(Object value) {
      return value instanceof String text ? text.toLowerCase(Locale.ROOT) : null;
    }
  },
  UPPER {
    @Override
    @Nullable Object apply(Object value) {
      return value instanceof String text ? text.toUpperCase(Locale.ROOT) : null;
    }
  };

  /** The result, or null when {@code value} is not what the function takes. */
  abstract @Nullable Object apply(Object value);

  static String names() {
    return Arrays.stream(values()).map(Function::toString).collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
