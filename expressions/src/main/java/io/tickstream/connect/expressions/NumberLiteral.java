package io.tickstream.connect.expressions;

import java.math.BigDecimal;

/**
 * A number written in an expression, in every form that a field's type may be compared with
 * directly, so that the common comparisons allocate nothing.
 */
final class NumberLiteral {
  private final BigDecimal exact;
  private final boolean isLong;
  private final long asLong;
  private final boolean isDouble;
  private final double asDouble;
  private final boolean isFloat;
  private final float asFloat;

  NumberLiteral(BigDecimal value) {
    exact = value;
    isLong = fitsLong(value);
    asLong = isLong ? value.longValue() : 0;
    asDouble = value.doubleValue();
    isDouble = Double.isFinite(asDouble) && Numbers.exact(asDouble).compareTo(value) == 0;
    asFloat = value.floatValue();
    isFloat = Float.isFinite(asFloat) && Numbers.exact(asFloat).compareTo(value) == 0;
  }

  /** The sign of {@code number} − this, or {@link Numbers#INCOMPARABLE}. */
  int compare(Number number) {
    if (isDouble && number instanceof Double d) {
      return Numbers.compareDoubles(d, asDouble);
    }
    if (isLong && Numbers.isLong(number)) {
      return Long.compare(number.longValue(), asLong);
    }
    if (isFloat && number instanceof Float f) {
      return Numbers.compareDoubles(f, asFloat);
    }
    return Numbers.compare(number, exact);
  }

  private static boolean fitsLong(BigDecimal value) {
    try {
      return value.longValueExact() == value.longValue();
    } catch (ArithmeticException e) {
      return false;
    }
  }
}
