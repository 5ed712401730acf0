package io.tickstream.connect.expressions;

import io.tickstream.connect.expressions.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Turns the syntax tree into nested tests, each as narrow as its operands allow. */
final class Compiler<R> {
  private final Scope<R> scope;
  private final String source;
  private final List<Condition.Operand<R>> operands = new ArrayList<>();

  Compiler(Scope<R> scope, String source) {
    this.scope = scope;
    this.source = source;
  }

  Condition<R> compile(Node root, String text) {
    Test<R> test = test(root);
    return new Condition<>(text, test, operands);
  }

  private Test<R> test(Node node) {
    if (node instanceof Node.And and) {
      return all(and.parts().stream().map(this::test).toList(), Truth.FALSE, Truth.TRUE);
    }
    if (node instanceof Node.Or or) {
      return all(or.parts().stream().map(this::test).toList(), Truth.TRUE, Truth.FALSE);
    }
    if (node instanceof Node.Not not) {
      Test<R> part = test(not.part());
      return input -> part.of(input).negated();
    }
    if (node instanceof Node.Compare compare) {
      return comparison(compare.left(), compare.comparator(), compare.right());
    }
    if (node instanceof Node.In in) {
      List<Test<R>> equal =
          in.values().stream()
              .map(value -> comparison(in.operand(), Comparator.EQ, value))
              .toList();
      return all(equal, Truth.TRUE, Truth.FALSE);
    }
    if (node instanceof Node.Matches matches) {
      return matches(reader(matches.operand()), matches.pattern());
    }
    if (node instanceof Node.IsNull isNull) {
      Reader<R> operand = reader(isNull.operand());
      return input -> Truth.of(operand.read(input) == null);
    }
    if (node instanceof Node.IsKind isKind) {
      Reader<R> operand = reader(isKind.operand());
      Kind kind = isKind.kind();
      return input -> Truth.of(kind.matches(operand.read(input)));
    }
    Reader<R> operand = reader(((Node.IsTrue) node).operand());
    return input -> operand.read(input) instanceof Boolean value ? Truth.of(value) : Truth.UNKNOWN;
  }

  /**
   * Kleene's and / or: {@code decisive} from any part decides, else unknown from any, else {@code
   * otherwise}.
   */
  private static <R> Test<R> all(List<Test<R>> parts, Truth decisive, Truth otherwise) {
    List<Test<R>> tests = List.copyOf(parts);
    int count = tests.size();
    return input -> {
      Truth result = otherwise;
      for (int i = 0; i < count; i++) {
        Truth truth = tests.get(i).of(input);
        if (truth == decisive) {
          return decisive;
        }
        if (truth == Truth.UNKNOWN) {
          result = Truth.UNKNOWN;
        }
      }
      return result;
    };
  }

  private static <R> Test<R> matches(Reader<R> operand, Pattern pattern) {
    return input ->
        operand.read(input) instanceof String text
            ? Truth.of(pattern.matcher(text).matches())
            : Truth.UNKNOWN;
  }

  private Test<R> comparison(Operand left, Comparator comparator, Operand right) {
    if (left instanceof Operand.Literal && !(right instanceof Operand.Literal)) {
      return comparison(right, comparator.flipped(), left);
    }
    Reader<R> leftReader = reader(left);
    if (right instanceof Operand.NumberValue number) {
      return Comparisons.withNumber(leftReader, comparator, number.value());
    }
    if (right instanceof Operand.TextValue text) {
      return Comparisons.withText(leftReader, comparator, text.value());
    }
    return Comparisons.ofAny(leftReader, comparator, reader(right));
  }

  private Reader<R> reader(Operand operand) {
    if (operand instanceof Operand.PathValue path) {
      return reader(path);
    }
    if (operand instanceof Operand.Call call) {
      Reader<R> argument = reader(call.argument());
      Function function = call.function();
      return input -> {
        Object value = argument.read(input);
        return value == null ? null : function.apply(value);
      };
    }
    Object value = valueOf((Operand.Literal) operand);
    return input -> value;
  }

  private static Object valueOf(Operand.Literal literal) {
    if (literal instanceof Operand.NumberValue number) {
      return number.value();
    }
    return literal instanceof Operand.TextValue text
        ? text.value()
        : ((Operand.BooleanValue) literal).value();
  }

  private Reader<R> reader(Operand.PathValue path) {
    Root<R> root = scope.root(path.path());
    if (root == null) {
      throw new ExpressionSyntaxException(
          "unknown name '" + path.path() + "', expected " + scope.roots(), source, path.position());
    }
    PathCompiler.Compiled<R> compiled = PathCompiler.compile(root, path.path());
    operands.add(new Condition.Operand<>(path.path(), compiled.reader(), compiled.known()));
    return compiled.reader();
  }
}
