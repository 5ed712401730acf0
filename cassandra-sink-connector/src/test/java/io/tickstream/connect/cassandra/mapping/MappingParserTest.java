package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.cassandra.mapping.ColumnSource.Literal;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Metadata;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Now;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Path;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Root;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Step;
import io.tickstream.connect.cassandra.mapping.ColumnSource.WithDefault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class MappingParserTest {

  @Test
  void columnsComeInTheOrderOfTheText() {
    assertThat(Mapping.parse("symbol=key, price = value.price,\n ts=value.ts").columns())
        .extracting(MappedColumn::column)
        .containsExactly("symbol", "price", "ts");
  }

  @Test
  void wholeKeyAndValueHaveNoSteps() {
    assertThat(source("key")).isEqualTo(new Path(Root.KEY, List.of()));
    assertThat(source("value")).isEqualTo(new Path(Root.VALUE, List.of()));
  }

  @Test
  void pathsNestIndexAndQuote() {
    assertThat(source("value.data[0].\"52_week_high\""))
        .isEqualTo(
            new Path(
                Root.VALUE,
                List.of(new Step.Name("data"), new Step.Index(0), new Step.Name("52_week_high"))));
  }

  @Test
  void aPathInQuotesIsOneName() {
    assertThat(source("\"value.last \"\"sale\"\" at.close\""))
        .isEqualTo(new Path(Root.VALUE, List.of(new Step.Name("last \"sale\" at.close"))));
  }

  @Test
  void headersAndElementsAreRoots() {
    assertThat(source("header.\"trace-id\""))
        .isEqualTo(new Path(Root.HEADER, List.of(new Step.Name("trace-id"))));
    assertThat(source("element.ticker"))
        .isEqualTo(new Path(Root.ELEMENT, List.of(new Step.Name("ticker"))));
  }

  @Test
  void functionsNameMetadataAndNow() {
    assertThat(source("now()")).isEqualTo(new Now());
    assertThat(source("topic( )")).isEqualTo(Metadata.TOPIC);
    assertThat(source("partition()")).isEqualTo(Metadata.PARTITION);
    assertThat(source("offset()")).isEqualTo(Metadata.OFFSET);
    assertThat(source("timestamp()")).isEqualTo(Metadata.TIMESTAMP);
  }

  @Test
  void literalsAreTextNumbersAndBooleans() {
    assertThat(source("'it''s'")).isEqualTo(new Literal("it's"));
    assertThat(source("42")).isEqualTo(new Literal(42L));
    assertThat(source("-1.50")).isEqualTo(new Literal(new BigDecimal("-1.50")));
    assertThat(source("18446744073709551616"))
        .isEqualTo(new Literal(new BigInteger("18446744073709551616")));
    assertThat(source("true")).isEqualTo(new Literal(true));
  }

  @Test
  void aDefaultFollowsABar() {
    assertThat(source("value.currency | 'USD'"))
        .isEqualTo(
            new WithDefault(
                new Path(Root.VALUE, List.of(new Step.Name("currency"))), new Literal("USD")));
  }

  @Test
  void columnsKeepTheirCaseAndMayBeQuoted() {
    assertThat(Mapping.parse("Symbol=key, symbol=value.s, \"Trade Id\"=value.t").columns())
        .extracting(MappedColumn::column)
        .containsExactly("Symbol", "symbol", "Trade Id");
  }

  @Test
  void anErrorShowsThePlace() {
    assertThatThrownBy(() -> Mapping.parse("symbol=value.trade-id, price=value.price"))
        .isInstanceOf(MappingSyntaxException.class)
        .hasMessage(
            """
            expected ',' or the end, found '-'; names with other characters than letters, digits \
            and _ need double quotes
            symbol=value.trade-id, price=value.price
                              ^""");
  }

  @Test
  void aDuplicateColumnIsShownWhereItRepeats() {
    assertThatThrownBy(() -> Mapping.parse("a=key,\nb=value.b, a=value.c"))
        .hasMessage(
            """
            column a is mapped twice
            b=value.b, a=value.c
                       ^""");
  }

  private static ColumnSource source(String text) {
    return Mapping.parse("c=" + text).columns().get(0).source();
  }
}
