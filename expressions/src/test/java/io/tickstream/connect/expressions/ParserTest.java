package io.tickstream.connect.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "price > 0",
        "e = 'trade'",
        "m is boolean",
        "m is not boolean",
        "high >= low",
        "symbol matches '[A-Z0-9]+'",
        "symbol not matches '[a-z]+'",
        "currency in ('USD', 'EUR')",
        "currency not in ('USD')",
        "code in (1, 2.5, -3)",
        "meta.requested = 2",
        "data[0].price > 170",
        "\"52_week_high\" is null",
        "`52_week_high` is not null",
        "number(p) > 0 and number(q) > 0",
        "not (a = 1 or b = 2) and not c",
        "PRICE > 0 AND Currency IS NOT NULL",
        "closed",
        "true",
        "event_time >= '2025-01-01T00:00:00Z'",
        "note = 'it''s'",
        "größe > 1e-3",
        " price\n >\t0 ",
      })
  void everyFormOfTheGrammarParses(String text) {
    assertThat(Expression.parse(text).text()).isEqualTo(text.strip());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|expected a field, a number or a 'text', found the end|0",
        "price >|expected a field, a number or a 'text', found the end|7",
        "price > ; quantity > 0|expected a field, a number or a 'text', found ';'|8",
        "price == 0|'==' is written '=' here|6",
        "price <> 0|'<>' is written '!=' here|6",
        "a && b|'&&' is written 'and' here|2",
        "!a|'!' is written 'not' here|0",
        "price = null|nothing equals null: write 'is null' or 'is not null'|8",
        "52_week_high > 1|a name that starts with a digit needs double quotes: \"52_week_high\"|0",
        "name = 'open|the quote that opens here is never closed|7",
        "(a = 1|expected ')', found the end|6",
        "a = 1)|expected 'and', 'or' or the end, found ')'|5",
        "a is purple|expected null or one of boolean, number, integer, string, bytes, timestamp,"
            + " array, object, found 'purple'|5",
        "a matches b|expected a regular expression in single quotes, found 'b'|10",
        "a matches '['|not a regular expression: Unclosed character class|10",
        "a in (b)|expected a number, a 'text', true or false|6",
        "a in 1|expected '(' after 'in', found '1'|5",
        "a not b|expected 'in' or 'matches' after 'not', found 'b'|6",
        "sqrt(a) > 1|unknown function, expected one of number, timestamp, length, lower, upper|0",
        "5|expected a comparison after '5', found the end|1",
        "in = 1|'in' is a word of the language; a field of this name needs double quotes|0",
        "m > true|true and false have no order, only '=' and '!='|2",
        "data[x] = 1|expected an array index, counted from 0, found 'x'|5",
        "data[1.5] = 1|expected an array index, counted from 0, found '1.5'|5",
        "a.1 = 1|expected a name after '.', found '1'|2",
        "price > 0 #|unexpected character '#'|10",
      })
  void aFaultIsNamedWithItsPosition(String text, String problem, int position) {
    assertThatThrownBy(() -> Expression.parseRules(text == null ? "" : text))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(
                      e.problem().replace("'and', 'or', ';' or the end", "'and', 'or' or the end"))
                  .isEqualTo(problem);
              assertThat(e.position()).isEqualTo(position);
            });
  }

  @Test
  void theMessageShowsTheFaultyLineWithACaret() {
    assertThatThrownBy(() -> Expression.parseRules("price > 0;\nquantity >> 0;\nm is boolean"))
        .hasMessage(
            """
            expected a field, a number or a 'text', found '>'
            quantity >> 0;
                      ^""");
  }

  @Test
  void rulesAreNamedByTheirText() {
    assertThat(Expression.parseRules("price > 0;\n  e = 'a;b' ; m is boolean;\n"))
        .extracting(Expression::text)
        .containsExactly("price > 0", "e = 'a;b'", "m is boolean");
  }

  @Test
  void theBarsOfOtherLanguagesAreAFaultToo() {
    assertThatThrownBy(() -> Expression.parse("a || b"))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageStartingWith("'||' is written 'or' here");
  }

  @Test
  void anEmptyRuleBetweenSemicolonsIsAFault() {
    assertThatThrownBy(() -> Expression.parseRules("a = 1;;b = 2"))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("found ';'");
  }

  @Test
  void oneConditionIsNotAListOfRules() {
    assertThatThrownBy(() -> Expression.parse("a = 1; b = 2"))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("expected 'and', 'or' or the end, found ';'");
  }

  @Test
  void nestingIsLimitedBeforeTheStackIs() {
    assertThatThrownBy(() -> Expression.parse("(".repeat(10_000) + "a" + ")".repeat(10_000)))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("nested deeper than 100 levels");
    assertThatThrownBy(() -> Expression.parse("lower(".repeat(10_000)))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("nested deeper than 100 levels");
  }

  @Test
  void aLongListOfAlternativesIsNotNesting() {
    assertThat(Expression.parse("a = 1" + " or a = 2".repeat(5_000))).isNotNull();
  }

  @Test
  void anyTextParsesOrIsAFaultWithinIt() {
    String[] words = {
      "a", "\"b\"", "'t'", "1", "-2.5", "(", ")", "[", "]", ".", ",", ";", "=", "!=", "<", ">=",
      "and", "or", "not", "in", "is", "null", "matches", "number", "true", "'", "#", "\n", "1e9",
    };
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(words[random.nextInt(words.length)]).append(random.nextBoolean() ? " " : "");
      }
      try {
        assertThat(Expression.parseRules(text.toString())).isNotEmpty();
      } catch (ExpressionSyntaxException e) {
        assertThat(e.position()).isBetween(0, text.length());
        assertThat(e).hasMessageEndingWith("^");
      }
    }
  }
}
