package io.tickstream.connect.expressions;

/** The comparison operators. */
enum Comparator {
  EQ,
  NE,
  LT,
  LE,
  GT,
  GE;

  /** What the operator says about the sign of a comparison. */
  Truth of(int sign) {
    return Truth.of(
        switch (this) {
          case EQ -> sign == 0;
          case NE -> sign != 0;
          case LT -> sign < 0;
          case LE -> sign <= 0;
          case GT -> sign > 0;
          case GE -> sign >= 0;
        });
  }

  /** The operator that says the same with its sides exchanged. */
  Comparator flipped() {
    return switch (this) {
      case EQ, NE -> this;
      case LT -> GT;
      case LE -> GE;
      case GT -> LT;
      case GE -> LE;
    };
  }
}
