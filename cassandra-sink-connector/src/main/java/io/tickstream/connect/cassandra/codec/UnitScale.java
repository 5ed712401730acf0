package io.tickstream.connect.cassandra.codec;

import java.math.BigDecimal;
import java.util.concurrent.TimeUnit;

/** Numbers of the declared unit to milliseconds or nanoseconds, exactly. */
final class UnitScale {
  private final TimeUnit unit;
  private final TimeUnit target;
  private final long factor;
  private final boolean finer;

  UnitScale(TimeUnit unit, TimeUnit target) {
    this.unit = unit;
    this.target = target;
    this.finer = unit.compareTo(target) < 0;
    this.factor = finer ? unit.convert(1, target) : target.convert(1, unit);
  }

  long convert(Number number) {
    boolean whole = number instanceof Long || number instanceof Integer;
    if (!whole) {
      return fraction(ExactNumbers.toBigDecimal(number));
    }
    long value = number.longValue();
    if (!finer) {
      return Math.multiplyExact(value, factor);
    }
    if (value % factor != 0) {
      throw tooFine();
    }
    return value / factor;
  }

  private long fraction(BigDecimal number) {
    if ((long) number.precision() - number.scale() > Long.SIZE) {
      throw ExactNumbers.outOfRange();
    }
    if (number.scale() > Long.SIZE && number.signum() != 0) {
      throw tooFine();
    }
    BigDecimal scaled =
        number
            .multiply(BigDecimal.valueOf(unit.toNanos(1)))
            .divide(BigDecimal.valueOf(target.toNanos(1)));
    if (scaled.stripTrailingZeros().scale() > 0) {
      throw tooFine();
    }
    return scaled.longValueExact();
  }

  private ArithmeticException tooFine() {
    return new ArithmeticException("finer than the " + target + " that it holds");
  }
}
