package io.tickstream.connect.expressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Comparison by random pairs of every type, against BigDecimal as the judge. */
class NumbersTest {
  private static final int PAIRS = 50_000;

  @Test
  void numbersOfAnyTwoTypesCompareAsTheDecimalsTheyPrintAs() {
    Random random = new Random(42);
    for (int i = 0; i < PAIRS; i++) {
      Number left = number(random);
      Number right = number(random);
      int expected = new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString()));
      assertThat(Numbers.compare(left, right))
          .as("%s %s and %s %s", left.getClass(), left, right.getClass(), right)
          .isEqualTo(expected);
    }
  }

  @Test
  void literalsCompareAsNumbersDo() {
    Random random = new Random(43);
    for (int i = 0; i < PAIRS; i++) {
      Number left = number(random);
      BigDecimal right = new BigDecimal(number(random).toString());
      assertThat(new NumberLiteral(right).compare(left))
          .as("%s %s and literal %s", left.getClass(), left, right)
          .isEqualTo(new BigDecimal(left.toString()).compareTo(right));
    }
  }

  /** Close together often, so that equal and neighbouring numbers of different types meet. */
  private static Number number(Random random) {
    long bits = random.nextLong() >> random.nextInt(64);
    int near = random.nextInt(-3, 4);
    return switch (random.nextInt(10)) {
      case 0 -> (byte) near;
      case 1 -> (short) near;
      case 2 -> near;
      case 3 -> bits;
      case 4 -> (1L << 53) + near;
      case 5 -> Math.scalb(1.0, 53) + near;
      case 6 -> near / 10.0;
      case 7 -> near / 10.0f;
      case 8 -> BigDecimal.valueOf(near, random.nextInt(-2, 4));
      default -> BigInteger.valueOf(bits).multiply(BigInteger.valueOf(near));
    };
  }
}
