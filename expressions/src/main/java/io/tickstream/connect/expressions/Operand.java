package io.tickstream.connect.expressions;

import java.math.BigDecimal;

/** What is compared: something written in the expression or something read from the record. */
sealed interface Operand {
  /** Something written in the expression. */
  sealed interface Literal extends Operand {}

  record NumberValue(BigDecimal value) implements Literal {}

  record TextValue(String value) implements Literal {}

  record BooleanValue(boolean value) implements Literal {}

  /** A path, and where it stands in the text, for the caret. */
  record PathValue(FieldPath path, int position) implements Operand {}

  record Call(Function function, Operand argument) implements Operand {}
}
