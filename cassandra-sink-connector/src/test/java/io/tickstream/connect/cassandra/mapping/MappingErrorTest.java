package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingErrorTest {

  /** The caret stands in its own row under the text. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " ;; ",
      quoteCharacter = '~',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "~~ ;; 0 ;; expected a column, found the end",
        "a=key, ;; 6 ;; expected a column, found the end",
        "=key ;; 0 ;; expected a column, found '='",
        "a b=key ;; 2 ;; expected '=' after column a, found 'b'",
        "a-b=key ;; 1 ;; expected '=' after column a, found '-'",
        "a ;; 1 ;; expected '=' after column a, found the end",
        "a= ;; 2 ;; expected value, key, header, element, a function or a literal, found the end",
        "a=$x ;; 2 ;; expected value, key, header, element, a function or a literal, found '$'",
        "a=price ;; 2 ;; a path starts with value, key, header or element, such as value.price",
        "a=Value.price ;; 2 ;; a path starts with value, key, header or element, such as value.Value",
        "a=value. ;; 8 ;; expected a field name after the dot, found the end",
        "a=value..b ;; 8 ;; expected a field name after the dot, found '.'",
        "a=value.data[x] ;; 13 ;; expected an array index, found ']'",
        "a=value.data[0 ;; 14 ;; expected ']' after the index, found the end",
        "a=value.data[-1] ;; 13 ;; expected an array index, found '-'",
        "a=header ;; 2 ;; header needs the name of one, such as header.trace_id",
        "a=uuid() ;; 2 ;; unknown function uuid(), allowed are now(), topic(), partition(), offset(), timestamp()",
        "a=now(1) ;; 6 ;; expected ')' after now(, which takes no argument, found '1'",
        "a='x ;; 2 ;; a quote that is not closed",
        "a=\"value.x ;; 2 ;; a quote that is not closed",
        "a=\"hello\" ;; 2 ;; in quotes stands key, value, or a name behind key., value., header. or element.; text takes single quotes",
        "a=1.2.3 ;; 2 ;; not a number",
        "a=- ;; 2 ;; not a number",
        "a=value.x | ;; 11 ;; expected a literal: 'text', a number, true or false",
        "a=value.x | value.y ;; 12 ;; expected a literal: 'text', a number, true or false",
        "a=key b=value ;; 6 ;; expected ',' or the end, found 'b'; names with other characters than letters, digits and _ need double quotes",
        "a=key, b=key, a=value ;; 14 ;; column a is mapped twice",
      })
  void theCaretStandsUnderTheFault(String mapping, int column, String problem) {
    assertThatThrownBy(() -> Mapping.parse(mapping))
        .isInstanceOf(MappingSyntaxException.class)
        .hasMessage(problem + "\n" + mapping + "\n" + " ".repeat(column) + "^")
        .extracting(e -> ((MappingSyntaxException) e).position())
        .isEqualTo(column);
  }
}
