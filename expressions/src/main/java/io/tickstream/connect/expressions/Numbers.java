package io.tickstream.connect.expressions;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * Compares numbers of any type by value, exactly. A float or double stands for the shortest decimal
 * that names it, which is what its producer wrote: the double 0.1 equals 0.1, and so does the
 * float.
 */
final class Numbers {
  /** What {@code compare} answers for operands that have no order. */
  static final int INCOMPARABLE = Integer.MIN_VALUE;

  /** Digits beyond this are no price or quantity, and parsing them costs their square. */
  private static final int LONGEST_TEXT = 400;

  private Numbers() {}

  /** The sign of left − right, or {@link #INCOMPARABLE} for NaN. */
  static int compare(Number left, Number right) {
    if (isLong(left) && isLong(right)) {
      return Long.compare(left.longValue(), right.longValue());
    }
    if (left instanceof Double l && right instanceof Double r) {
      return compareDoubles(l, r);
    }
    if (left instanceof Float l && right instanceof Float r) {
      return compareDoubles(l, r);
    }
    if (isInfiniteOrNaN(left) || isInfiniteOrNaN(right)) {
      return compareDoubles(
          isInfiniteOrNaN(left) ? left.doubleValue() : 0,
          isInfiniteOrNaN(right) ? right.doubleValue() : 0);
    }
    return exact(left).compareTo(exact(right));
  }

  static int compareDoubles(double left, double right) {
    return left < right ? -1 : left > right ? 1 : left == right ? 0 : INCOMPARABLE;
  }

  static boolean isLong(Number number) {
    return number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte;
  }

  /** The decimal that a finite number stands for. */
  static BigDecimal exact(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    if (isLong(number)) {
      return BigDecimal.valueOf(number.longValue());
    }
    return new BigDecimal(number.toString());
  }

  /** The number that {@code text} is as a whole, without blanks around it, or null. */
  static @Nullable BigDecimal parse(String text) {
    if (text.length() > LONGEST_TEXT) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static boolean isInfiniteOrNaN(Number number) {
    return number instanceof Double d
        ? !Double.isFinite(d)
        : number instanceof Float f && !Float.isFinite(f);
  }
}
