package io.tickstream.connect.expressions;

import io.tickstream.connect.expressions.Condition.Test;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The comparisons, by what is known of their sides. Sides of different kinds compare as unknown.
 */
final class Comparisons {
  private Comparisons() {}

  static <R> Test<R> withNumber(Reader<R> left, Comparator comparator, BigDecimal right) {
    NumberLiteral literal = new NumberLiteral(right);
    return input ->
        left.read(input) instanceof Number number
            ? truth(comparator, literal.compare(number))
            : Truth.UNKNOWN;
  }

  /** Text compares with text, and as a moment with moments when it is one. */
  static <R> Test<R> withText(Reader<R> left, Comparator comparator, String right) {
    Instant moment = Times.parse(right);
    return input -> {
      Object value = left.read(input);
      if (value instanceof String text) {
        return comparator.of(text.compareTo(right));
      }
      return value != null && moment != null && Times.isTime(value)
          ? comparator.of(Times.compare(value, moment))
          : Truth.UNKNOWN;
    };
  }

  static <R> Test<R> ofAny(Reader<R> left, Comparator comparator, Reader<R> right) {
    return input -> {
      Object leftValue = left.read(input);
      Object rightValue = leftValue == null ? null : right.read(input);
      return compare(leftValue, comparator, rightValue);
    };
  }

  private static Truth compare(
      @Nullable Object left, Comparator comparator, @Nullable Object right) {
    if (left instanceof Number l && right instanceof Number r) {
      return truth(comparator, Numbers.compare(l, r));
    }
    if (left instanceof String l && right instanceof String r) {
      return comparator.of(l.compareTo(r));
    }
    if (left instanceof Boolean l && right instanceof Boolean r) {
      return switch (comparator) {
        case EQ -> Truth.of(l.equals(r));
        case NE -> Truth.of(!l.equals(r));
        default -> Truth.UNKNOWN;
      };
    }
    return left != null && right != null && Times.isTime(left) && Times.isTime(right)
        ? comparator.of(Times.compare(left, right))
        : Truth.UNKNOWN;
  }

  private static Truth truth(Comparator comparator, int sign) {
    return sign == Numbers.INCOMPARABLE ? Truth.UNKNOWN : comparator.of(sign);
  }
}
