package io.tickstream.connect.transforms.time;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a number that stands for a moment counts since 1970-01-01T00:00Z. */
public enum Precision {
  /**
   * By magnitude: below 1e11 seconds, below 1e14 milliseconds, below 1e17 microseconds, else ns.
   */
  AUTO(-1),
  S(0),
  MS(3),
  US(6),
  NS(9),
  /** Text only; a number is refused. */
  ISO8601(-1);

  private static final long[] POWERS = {
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000
  };
  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  /** Instants reach 31,556,889,864,403,199 seconds; in nanoseconds that has 26 digits. */
  private static final int MOST_DIGITS = 26;

  private final int digits;

  Precision(int digits) {
    this.digits = digits;
  }

  /** The moment, exact to the nanosecond; null when the number is none. */
  @Nullable Instant instant(Number number) {
    if (this == ISO8601) {
      return null;
    }
    try {
      if (number instanceof Long
          || number instanceof Integer
          || number instanceof Short
          || number instanceof Byte) {
        return ofLong(number.longValue());
      }
      return ofDecimal(decimal(number));
    } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
      return null;
    }
  }

  private Instant ofLong(long count) {
    int power = this == AUTO ? digitsOf(Math.abs((double) count)) : digits;
    long unit = POWERS[power];
    return Instant.ofEpochSecond(
        Math.floorDiv(count, unit), Math.floorMod(count, unit) * POWERS[9 - power]);
  }

  private @Nullable Instant ofDecimal(BigDecimal count) {
    if (count.precision() - count.scale() > MOST_DIGITS) {
      return null;
    }
    int power = this == AUTO ? digitsOf(Math.abs(count.doubleValue())) : digits;
    BigInteger nanos =
        count.movePointRight(9 - power).setScale(0, RoundingMode.FLOOR).toBigIntegerExact();
    BigInteger[] parts = nanos.divideAndRemainder(NANOS_PER_SECOND);
    return Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact());
  }

  /** A double is the shortest decimal that names it: 1700000000.123456 has six digits. */
  private static BigDecimal decimal(Number number) {
    if (number instanceof BigDecimal decimal) {
      return decimal;
    }
    return number instanceof BigInteger integer
        ? new BigDecimal(integer)
        : new BigDecimal(number.toString());
  }

  private static int digitsOf(double magnitude) {
    return magnitude < 1e11 ? 0 : magnitude < 1e14 ? 3 : magnitude < 1e17 ? 6 : 9;
  }
}
