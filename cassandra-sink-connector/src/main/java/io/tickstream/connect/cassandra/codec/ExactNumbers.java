package io.tickstream.connect.cassandra.codec;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers to narrower numbers: the same value, or an {@link ArithmeticException}. */
final class ExactNumbers {
  /** Every decimal number of so many digits comes back unchanged from a double, or from a float. */
  private static final int DOUBLE_DIGITS = 15;

  private static final int FLOAT_DIGITS = 6;

  /** Beyond it a text of a few characters, 1e999999999, would fill the heap. */
  private static final int WIDEST_INTEGER_DIGITS = 100_000;

  private ExactNumbers() {}

  static long toLong(Number number) {
    if (number instanceof Long
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return number.longValue();
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (value != Math.rint(value)) { // also NaN
        throw new ArithmeticException("not a whole number");
      }
      if (value < -0x1p63 || value >= 0x1p63) {
        throw outOfRange();
      }
      return (long) value;
    }
    BigInteger whole = toBigInteger(number);
    if (whole.bitLength() > 63) {
      throw outOfRange();
    }
    return whole.longValue();
  }

  static BigInteger toBigInteger(Number number) {
    if (number instanceof BigInteger whole) {
      return whole;
    }
    BigDecimal decimal = toBigDecimal(number);
    if ((long) decimal.precision() - decimal.scale() > WIDEST_INTEGER_DIGITS) {
      throw outOfRange();
    }
    if (decimal.signum() == 0) {
      return BigInteger.ZERO;
    }
    if (decimal.precision() <= decimal.scale()) {
      throw new ArithmeticException("not a whole number");
    }
    try {
      return decimal.toBigIntegerExact();
    } catch (ArithmeticException e) {
      throw new ArithmeticException("not a whole number");
    }
  }

  /** A binary fraction becomes the decimal that Java prints for it: 0.1 stays 0.1. */
  static BigDecimal toBigDecimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    if (number instanceof BigInteger whole) {
      return new BigDecimal(whole);
    }
    if (number instanceof Double || number instanceof Float) {
      double value = number.doubleValue();
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw new ArithmeticException("not a finite number");
      }
      return new BigDecimal(number.toString());
    }
    return BigDecimal.valueOf(number.longValue());
  }

  /** The double that reads back as the same decimal number, or is exactly it. */
  static double toDouble(Number number) {
    if (number instanceof Double
        || number instanceof Integer
        || number instanceof Short
        || number instanceof Byte) {
      return number.doubleValue();
    }
    if (number instanceof Float value) {
      return value;
    }
    double value = number.doubleValue();
    if (number instanceof Long whole && (long) value == whole && value != 0x1p63) {
      return value;
    }
    BigDecimal decimal = toBigDecimal(number);
    if (Double.isInfinite(value)) {
      throw outOfRange();
    }
    boolean always = decimal.precision() <= DOUBLE_DIGITS && Math.abs((long) decimal.scale()) < 290;
    if (always
        || new BigDecimal(Double.toString(value)).compareTo(decimal) == 0
        || new BigDecimal(value).compareTo(decimal) == 0) {
      return value;
    }
    throw new ArithmeticException("a double would lose digits");
  }

  /** The float that reads back as the same decimal number, or is exactly it. */
  static float toFloat(Number number) {
    if (number instanceof Float value) {
      return value;
    }
    float value = number.floatValue();
    if (number instanceof Double wide && isSame(value, wide)) {
      return value;
    }
    if (Float.isInfinite(value)) {
      throw outOfRange();
    }
    BigDecimal decimal = toBigDecimal(number);
    boolean always = decimal.precision() <= FLOAT_DIGITS && Math.abs((long) decimal.scale()) < 30;
    if (always
        || new BigDecimal(Float.toString(value)).compareTo(decimal) == 0
        || new BigDecimal(value).compareTo(decimal) == 0) {
      return value;
    }
    throw new ArithmeticException("a float would lose digits");
  }

  /** Equal, or named by the same decimal number. */
  private static boolean isSame(float narrow, double wide) {
    return Double.compare(narrow, wide) == 0
        || Double.isNaN(wide)
        || (Float.isFinite(narrow) && Double.parseDouble(Float.toString(narrow)) == wide);
  }

  static ArithmeticException outOfRange() {
    return new ArithmeticException("out of its range");
  }
}
