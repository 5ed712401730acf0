package io.tickstream.connect.market.event;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exact decimal number: a price, a size, a volume. It keeps the digits that the venue sent, so
 * that text, decimal and double are all exact renderings of the same token. Immutable; a value of
 * up to eighteen digits costs one small object and no {@link BigDecimal}.
 */
public sealed interface Amount {

  /**
   * Integer digits that fit a Connect decimal of precision 38 and scale 8; more is a broken answer,
   * not a price.
   */
  int MAX_INTEGER_DIGITS = 30;

  /** Digits after the point that are kept; more is a broken answer, and costly to carry. */
  int MAX_SCALE = 40;

  /** The venue's digits as it wrote them. */
  String text();

  /** The nearest double. */
  double toDouble();

  /** The exact value, with the scale of the venue's digits. */
  BigDecimal toBigDecimal();

  /** -1, 0 or 1. */
  int signum();

  /** {@code unscaled / 10^scale}, {@code scale} from 0 to 18. */
  static Amount ofScaled(long unscaled, int scale) {
    return new Scaled(unscaled, scale);
  }

  static Amount of(long whole) {
    return new Scaled(whole, 0);
  }

  /**
   * The amount of a decimal number.
   *
   * @throws NumberFormatException when it has too many digits to be a market's number
   */
  static Amount of(BigDecimal value) {
    // An exponent is checked before anything expands it: 1e999999999 would fill the memory as plain
    // digits.
    if ((long) value.precision() - value.scale() > MAX_INTEGER_DIGITS
        || value.scale() > MAX_SCALE) {
      throw new NumberFormatException(
          "a number of " + value.precision() + " digits, scale " + value.scale());
    }
    if (value.scale() < 0 || value.scale() > Scaled.MAX_SCALE) {
      return new Text(value.toString(), value);
    }
    // Eighteen digits fit a long for certain and need no BigInteger to say so.
    if (value.precision() <= Scaled.MAX_DIGITS) {
      return new Scaled(value.scaleByPowerOfTen(value.scale()).longValue(), value.scale());
    }
    BigInteger unscaled = value.unscaledValue();
    return unscaled.bitLength() < Long.SIZE
        ? new Scaled(unscaled.longValue(), value.scale())
        : new Text(value.toString(), value);
  }

  /**
   * Reads a decimal number.
   *
   * @throws NumberFormatException when the text is not a finite decimal number of a market's size
   */
  static Amount parse(String text) {
    Amount plain = Scaled.parse(text);
    if (plain != null) {
      return plain;
    }
    if (text.length() > 100 || !Text.SYNTAX.matcher(text).matches()) {
      throw new NumberFormatException("not a decimal number");
    }
    BigDecimal value = new BigDecimal(text);
    of(value);
    return new Text(text, value);
  }

  /** Digits in a long, the common case. */
  record Scaled(long unscaled, int scale) implements Amount {
    static final int MAX_SCALE = 18;
    private static final int MAX_DIGITS = 18;

    /** Of a long's digits, a point and a minus. */
    private static final int MOST_CHARACTERS = 21;

    private static final long EXACT_IN_DOUBLE = 1L << 53;
    private static final double[] POWERS = new double[MAX_SCALE + 1];

    static {
      double power = 1;
      for (int i = 0; i < POWERS.length; i++) {
        POWERS[i] = power;
        power *= 10;
      }
    }

    public Scaled {
      if (scale < 0 || scale > MAX_SCALE) {
        throw new IllegalArgumentException("scale " + scale + " is outside 0 to " + MAX_SCALE);
      }
    }

    /** Null when the text is not plain digits that this form gives back letter by letter. */
    static @Nullable Scaled parse(String text) {
      int length = text.length();
      int start = length > 0 && text.charAt(0) == '-' ? 1 : 0;
      int digits = length - start;
      if (digits == 0 || digits > MAX_DIGITS + 1) {
        return null;
      }
      int point = -1;
      long value = 0;
      for (int i = start; i < length; i++) {
        char c = text.charAt(i);
        if (c == '.' && point < 0) {
          point = i;
        } else if (c >= '0' && c <= '9') {
          value = value * 10 + (c - '0');
        } else {
          return null;
        }
      }
      if (point < 0 ? digits > MAX_DIGITS : point == start || point == length - 1) {
        return null;
      }
      boolean leadingZero =
          text.charAt(start) == '0' && digits > 1 && text.charAt(start + 1) != '.';
      boolean negativeZero = start == 1 && value == 0;
      if (leadingZero || negativeZero) {
        return null;
      }
      return new Scaled(start == 1 ? -value : value, point < 0 ? 0 : length - 1 - point);
    }

    @Override
    public String text() {
      if (scale == 0) {
        return Long.toString(unscaled);
      }
      byte[] text = new byte[MOST_CHARACTERS];
      int start = text.length;
      // Towards zero from below: there is one more negative number than there are positive ones.
      long rest = unscaled < 0 ? unscaled : -unscaled;
      for (int digits = 0; rest != 0 || digits <= scale; digits++) {
        if (digits == scale) {
          text[--start] = '.';
        }
        text[--start] = (byte) ('0' - rest % 10);
        rest /= 10;
      }
      if (unscaled < 0) {
        text[--start] = '-';
      }
      return new String(text, start, text.length - start, StandardCharsets.ISO_8859_1);
    }

    @Override
    public double toDouble() {
      // Both operands are exact, so that the one division rounds correctly.
      return Math.abs(unscaled) <= EXACT_IN_DOUBLE
          ? unscaled / POWERS[scale]
          : toBigDecimal().doubleValue();
    }

    @Override
    public BigDecimal toBigDecimal() {
      return BigDecimal.valueOf(unscaled, scale);
    }

    @Override
    public int signum() {
      return Long.signum(unscaled);
    }
  }

  /** Anything else a venue writes as a number. */
  record Text(String text, BigDecimal toBigDecimal) implements Amount {
    private static final Pattern SYNTAX =
        Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");

    @Override
    public double toDouble() {
      return toBigDecimal.doubleValue();
    }

    @Override
    public int signum() {
      return toBigDecimal.signum();
    }
  }
}
