package io.tickstream.connect.expressions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Recursive descent over the words of an expression; the grammar is in each method's comment. */
final class Parser {
  /** Keeps a hostile or generated text from overflowing the stack. */
  private static final int DEEPEST = 100;

  private final String text;
  private final List<Token> tokens;
  private int next;
  private int depth;

  Parser(String text) {
    this.text = text;
    this.tokens = new Lexer(text).tokens();
  }

  /** A whole text: one condition and nothing behind it. */
  Expression expression() {
    Expression expression = one();
    if (peek().type() != Token.Type.END) {
      throw unexpected("expected 'and', 'or' or the end");
    }
    return expression;
  }

  /** {@code condition (';' condition)* ';'?}. */
  List<Expression> rules() {
    List<Expression> rules = new ArrayList<>();
    do {
      if (!rules.isEmpty() && peek().type() == Token.Type.END) {
        return rules;
      }
      rules.add(one());
    } while (accept(";"));
    if (peek().type() != Token.Type.END) {
      throw unexpected("expected 'and', 'or', ';' or the end");
    }
    return rules;
  }

  private Expression one() {
    int start = peek().position();
    Node root = or();
    String own = text.substring(start, peek().position()).strip();
    return new Expression(own, text, root);
  }

  /** {@code and ('or' and)*}. */
  private Node or() {
    List<Node> parts = list("or", this::and);
    return parts.size() == 1 ? parts.get(0) : new Node.Or(parts);
  }

  /** {@code not ('and' not)*}. */
  private Node and() {
    List<Node> parts = list("and", this::not);
    return parts.size() == 1 ? parts.get(0) : new Node.And(parts);
  }

  private List<Node> list(String keyword, Supplier<Node> part) {
    List<Node> parts = new ArrayList<>();
    do {
      parts.add(part.get());
    } while (acceptKeyword(keyword));
    return parts;
  }

  /** {@code 'not' not | '(' or ')' | predicate}. */
  private Node not() {
    Token first = peek();
    if (++depth > DEEPEST) {
      throw fault("nested deeper than " + DEEPEST + " levels", first);
    }
    Node node;
    if (acceptKeyword("not")) {
      node = new Node.Not(not());
    } else if (accept("(")) {
      node = or();
      expect(")", "expected ')'");
    } else {
      node = predicate();
    }
    depth--;
    return node;
  }

  /** {@code operand (comparator operand | 'not'? ('in' … | 'matches' …) | 'is' …)?}. */
  private Node predicate() {
    Token start = peek();
    Operand operand = operand();
    Token token = peek();
    Comparator comparator = comparator(token);
    if (comparator != null) {
      next++;
      return comparison(operand, comparator, token);
    }
    if (acceptKeyword("is")) {
      boolean negated = acceptKeyword("not");
      return negatedIf(negated, kindTest(operand));
    }
    boolean negated = acceptKeyword("not");
    if (acceptKeyword("in")) {
      return negatedIf(negated, new Node.In(operand, literals()));
    }
    if (acceptKeyword("matches")) {
      return negatedIf(negated, new Node.Matches(operand, pattern()));
    }
    if (negated) {
      throw unexpected("expected 'in' or 'matches' after 'not'");
    }
    if (operand instanceof Operand.NumberValue || operand instanceof Operand.TextValue) {
      throw unexpected("expected a comparison after " + start.described());
    }
    return new Node.IsTrue(operand);
  }

  private Node comparison(Operand left, Comparator comparator, Token symbol) {
    if (peek().isKeyword("null")) {
      throw fault("nothing equals null: write 'is null' or 'is not null'", peek());
    }
    Operand right = operand();
    boolean ordered = comparator != Comparator.EQ && comparator != Comparator.NE;
    if (ordered
        && (left instanceof Operand.BooleanValue || right instanceof Operand.BooleanValue)) {
      throw fault("true and false have no order, only '=' and '!='", symbol);
    }
    return new Node.Compare(left, comparator, right);
  }

  private static @Nullable Comparator comparator(Token token) {
    if (token.type() != Token.Type.SYMBOL) {
      return null;
    }
    return switch (token.text()) {
      case "=" -> Comparator.EQ;
      case "!=" -> Comparator.NE;
      case "<" -> Comparator.LT;
      case "<=" -> Comparator.LE;
      case ">" -> Comparator.GT;
      case ">=" -> Comparator.GE;
      default -> null;
    };
  }

  private Node kindTest(Operand operand) {
    if (acceptKeyword("null")) {
      return new Node.IsNull(operand);
    }
    for (Kind kind : Kind.values()) {
      if (acceptKeyword(kind.toString())) {
        return new Node.IsKind(operand, kind);
      }
    }
    throw unexpected("expected null or one of " + Kind.names());
  }

  private List<Operand.Literal> literals() {
    expect("(", "expected '(' after 'in'");
    List<Operand.Literal> literals = new ArrayList<>();
    do {
      Token token = peek();
      if (!(operand() instanceof Operand.Literal literal)) {
        throw fault("expected a number, a 'text', true or false", token);
      }
      literals.add(literal);
    } while (accept(","));
    expect(")", "expected ',' or ')'");
    return literals;
  }

  private Pattern pattern() {
    Token token = peek();
    if (token.type() != Token.Type.STRING) {
      throw unexpected("expected a regular expression in single quotes");
    }
    next++;
    try {
      return Pattern.compile(token.text());
    } catch (PatternSyntaxException e) {
      throw fault("not a regular expression: " + e.getDescription(), token);
    }
  }

  /** {@code number | 'text' | true | false | function '(' operand ')' | path}. */
  private Operand operand() {
    Token token = peek();
    switch (token.type()) {
      case NUMBER -> {
        next++;
        return new Operand.NumberValue(new BigDecimal(token.text()));
      }
      case STRING -> {
        next++;
        return new Operand.TextValue(token.text());
      }
      case NAME, QUOTED_NAME -> {
        return token.type() == Token.Type.NAME ? word(token) : path(token);
      }
      default -> throw unexpected("expected a field, a number or a 'text'");
    }
  }

  private Operand word(Token token) {
    if (token.isKeyword("true") || token.isKeyword("false")) {
      next++;
      return new Operand.BooleanValue(token.isKeyword("true"));
    }
    switch (token.text().toLowerCase(Locale.ROOT)) {
      case "and", "or", "not", "in", "is", "matches", "null" ->
          throw fault(
              token.described()
                  + " is a word of the language; a field of this name needs double quotes",
              token);
      default -> {
        return tokens.get(next + 1).isSymbol("(") ? call(token) : path(token);
      }
    }
  }

  private Operand call(Token name) {
    if (++depth > DEEPEST) {
      throw fault("nested deeper than " + DEEPEST + " levels", name);
    }
    for (Function function : Function.values()) {
      if (name.isKeyword(function.toString())) {
        next += 2;
        Operand argument = operand();
        expect(")", "expected ')'");
        depth--;
        return new Operand.Call(function, argument);
      }
    }
    throw fault("unknown function, expected one of " + Function.names(), name);
  }

  /** {@code name ('.' name | '[' index ']')*}. */
  private Operand path(Token start) {
    List<FieldPath.Step> steps = new ArrayList<>();
    steps.add(new FieldPath.Name(start.text()));
    next++;
    while (true) {
      if (accept(".")) {
        Token name = peek();
        if (name.type() != Token.Type.NAME && name.type() != Token.Type.QUOTED_NAME) {
          throw unexpected("expected a name after '.'");
        }
        next++;
        steps.add(new FieldPath.Name(name.text()));
      } else if (accept("[")) {
        steps.add(new FieldPath.Index(index()));
        expect("]", "expected ']'");
      } else {
        return new Operand.PathValue(new FieldPath(steps), start.position());
      }
    }
  }

  private int index() {
    Token token = peek();
    try {
      int index = token.type() == Token.Type.NUMBER ? Integer.parseInt(token.text()) : -1;
      if (index >= 0) {
        next++;
        return index;
      }
    } catch (NumberFormatException e) {
      // Falls through to the same fault as anything else that is no index.
    }
    throw unexpected("expected an array index, counted from 0");
  }

  private static Node negatedIf(boolean negated, Node node) {
    return negated ? new Node.Not(node) : node;
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean accept(String symbol) {
    boolean accepted = peek().isSymbol(symbol);
    next += accepted ? 1 : 0;
    return accepted;
  }

  private boolean acceptKeyword(String keyword) {
    boolean accepted = peek().isKeyword(keyword);
    next += accepted ? 1 : 0;
    return accepted;
  }

  private void expect(String symbol, String problem) {
    if (!accept(symbol)) {
      throw unexpected(problem);
    }
  }

  private ExpressionSyntaxException unexpected(String problem) {
    return fault(problem + ", found " + peek().described(), peek());
  }

  private ExpressionSyntaxException fault(String problem, Token token) {
    return new ExpressionSyntaxException(problem, text, token.position());
  }
}
