package io.tickstream.connect.expressions;

/** What a condition says about a record: SQL's three values, because a field may be missing. */
public enum Truth {
  TRUE,
  FALSE,
  /** An operand is null, missing, or of a kind that cannot be compared. */
  UNKNOWN;

  static Truth of(boolean value) {
    return value ? TRUE : FALSE;
  }

  Truth negated() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case UNKNOWN -> UNKNOWN;
    };
  }
}
