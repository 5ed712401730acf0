package io.tickstream.connect.expressions;

import java.util.List;
import java.util.regex.Pattern;

/** The syntax tree of a condition. */
sealed interface Node {
  record And(List<Node> parts) implements Node {}

  record Or(List<Node> parts) implements Node {}

  record Not(Node part) implements Node {}

  record Compare(Operand left, Comparator comparator, Operand right) implements Node {}

  record In(Operand operand, List<Operand.Literal> values) implements Node {}

  record Matches(Operand operand, Pattern pattern) implements Node {}

  record IsNull(Operand operand) implements Node {}

  record IsKind(Operand operand, Kind kind) implements Node {}

  /** An operand standing alone: holds when it is true. */
  record IsTrue(Operand operand) implements Node {}
}
