package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.expressions.ExpressionSyntaxException;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class RecordFilterTest {
  private static final Schema QUOTE =
      SchemaBuilder.struct()
          .field("price", Schema.OPTIONAL_FLOAT64_SCHEMA)
          .field("currency", Schema.OPTIONAL_STRING_SCHEMA)
          .build();

  @Test
  void fieldsOfTheValueAreCompared() {
    String filter = "value.price > 170 and value.currency = 'USD'";
    assertThat(test(filter, QUOTE, quote(170.5, "USD"))).isTrue();
    assertThat(test(filter, QUOTE, quote(169.5, "USD"))).isFalse();
    assertThat(test(filter, QUOTE, quote(170.5, "EUR"))).isFalse();
  }

  @Test
  void whatIsNullOrMissingDoesNotPass() {
    assertThat(test("value.price > 170", QUOTE, quote(null, "USD"))).isFalse();
    assertThat(test("value.volume > 0", QUOTE, quote(170.5, "USD"))).isFalse();
    assertThat(test("value.price > 170", null, null)).isFalse();
  }

  @Test
  void mapsAndJsonTextHaveFieldsToo() {
    assertThat(test("value.price > 170", null, Map.of("price", 171))).isTrue();
    assertThat(test("value.meta.page = 1", Schema.STRING_SCHEMA, "{\"meta\": {\"page\": 1}}"))
        .isTrue();
  }

  @Test
  void keysHeadersAndElementsAreRoots() {
    SinkRecord record =
        new SinkRecord("t", 0, Schema.STRING_SCHEMA, "AAPL", null, Map.of(), 0)
            .newRecord(
                "t",
                0,
                Schema.STRING_SCHEMA,
                "AAPL",
                null,
                Map.of(),
                0L,
                new ConnectHeaders().addString("source", "replay"));
    assertThat(predicate("key = 'AAPL'").test(record, null)).isTrue();
    assertThat(predicate("header.source = 'replay'").test(record, null)).isTrue();
    assertThat(predicate("element.ticker = 'TSLA'").test(record, Map.of("ticker", "TSLA")))
        .isTrue();
  }

  @Test
  void aNameWithoutRootIsAnErrorAtItsPlace() {
    assertThatThrownBy(() -> RecordFilter.parse("value.price > 0 and currency = 'USD'"))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessageContaining("value., key., element. or header.<name>")
        .hasMessageEndingWith("value.price > 0 and currency = 'USD'\n                    ^");
  }

  private static Struct quote(Double price, String currency) {
    return new Struct(QUOTE).put("price", price).put("currency", currency);
  }

  private static RecordPredicate predicate(String filter) {
    return RecordFilter.parse(filter).compile(Schema.STRING_SCHEMA, null, null);
  }

  private static boolean test(String filter, Schema schema, Object value) {
    SinkRecord record = new SinkRecord("t", 0, null, null, schema, value, 0);
    return RecordFilter.parse(filter).compile(null, schema, null).test(record, null);
  }
}
