package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.cassandra.codec.ConversionException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class AccessorsTest {
  private static final Schema QUOTE =
      SchemaBuilder.struct()
          .field("symbol", Schema.STRING_SCHEMA)
          .field("price", Schema.OPTIONAL_FLOAT64_SCHEMA)
          .field("a.b", Schema.OPTIONAL_STRING_SCHEMA)
          .build();

  @Test
  void aFieldOfAStructIsReadWithItsSchema() {
    Struct quote = new Struct(QUOTE).put("symbol", "AAPL").put("price", 172.5);
    assertThat(accessor("value.price", QUOTE).schema()).isEqualTo(QUOTE.field("price").schema());
    assertThat(read("value.price", QUOTE, quote)).isEqualTo(172.5);
  }

  @Test
  void aFieldThatTheSchemaLacksIsMissing() {
    Struct quote = new Struct(QUOTE).put("symbol", "AAPL");
    assertThat(read("value.volume", QUOTE, quote)).isSameAs(Accessor.MISSING);
    assertThat(read("value.price", QUOTE, quote)).isNull();
  }

  @Test
  void aMapTellsMissingFromNull() {
    Map<String, Object> quote = new HashMap<>();
    quote.put("price", null);
    assertThat(read("value.price", null, quote)).isNull();
    assertThat(read("value.volume", null, quote)).isSameAs(Accessor.MISSING);
  }

  @Test
  void pathsLeadThroughMapsAndLists() {
    Map<String, Object> envelope =
        Map.of("data", List.of(Map.of("ticker", "AAPL"), Map.of("ticker", "TSLA")));
    assertThat(read("value.data[1].ticker", null, envelope)).isEqualTo("TSLA");
    assertThat(read("value.data[2].ticker", null, envelope)).isSameAs(Accessor.MISSING);
  }

  @Test
  void aFlatNameWithADotIsFoundToo() {
    assertThat(read("value.a.b", QUOTE, new Struct(QUOTE).put("symbol", "AAPL").put("a.b", "flat")))
        .isEqualTo("flat");
    assertThat(read("value.a.b", null, Map.of("a.b", "flat"))).isEqualTo("flat");
  }

  @Test
  void aHeaderMayHaveADotInItsNameOrFieldsInItsValue() {
    ConnectHeaders headers = new ConnectHeaders();
    headers.addString("trace.id", "abc").addString("meta", "{\"page\": 2}");
    SinkRecord record =
        new SinkRecord("t", 0, null, null, null, null, 0)
            .newRecord("t", 0, null, null, null, null, 0L, headers);
    assertThat(accessor("header.trace.id", null).read(record, null)).isEqualTo("abc");
    assertThat(accessor("header.meta.page", null).read(record, null)).isEqualTo(2);
    assertThat(accessor("header.span", null).read(record, null)).isSameAs(Accessor.MISSING);
  }

  @Test
  void aLogicalDateFarFromItsSchemaStaysADate() {
    Schema day = org.apache.kafka.connect.data.Date.SCHEMA;
    Schema union =
        SchemaBuilder.struct()
            .name("io.confluent.connect.avro.Union")
            .field("bar", SchemaBuilder.struct().optional().field("day", day).build())
            .build();
    Struct bar = new Struct(union.field("bar").schema()).put("day", new Date(86_400_000L));
    assertThat(read("value.day", union, new Struct(union).put("bar", bar)))
        .isEqualTo(LocalDate.of(1970, 1, 2));
  }

  @Test
  void aMappingKnowsWhatItReads() {
    Mapping mapping = Mapping.parse("a=key, b=element.price | 0, c=now()");
    assertThat(mapping.reads(ColumnSource.Root.ELEMENT)).isTrue();
    assertThat(mapping.reads(ColumnSource.Root.VALUE)).isFalse();
    assertThat(mapping.columns())
        .filteredOn(column -> !column.source().isDeterministic())
        .extracting(MappedColumn::column)
        .containsExactly("c");
  }

  @Test
  void aValueThatIsJsonTextHasFields() {
    assertThat(read("value.price", Schema.STRING_SCHEMA, "{\"price\": 5}")).isEqualTo(5);
    assertThat(read("value", Schema.STRING_SCHEMA, "{\"price\": 5}")).isEqualTo("{\"price\": 5}");
  }

  @Test
  void aValueThatIsNoJsonIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> read("value.price", Schema.STRING_SCHEMA, "hello"))
        .isInstanceOf(ConversionException.class)
        .hasMessage("value is a java.lang.String without fields: the text is not JSON");
  }

  @Test
  void aTombstoneHasNullFields() {
    assertThat(read("value.price", null, null)).isNull();
  }

  @Test
  void aDefaultStandsInForMissingAndForNull() {
    Struct quote = new Struct(QUOTE).put("symbol", "AAPL");
    assertThat(read("value.price | 1.5", QUOTE, quote)).hasToString("1.5");
    assertThat(read("value.currency | 'USD'", QUOTE, quote)).isEqualTo("USD");
    assertThat(read("value.symbol | 'none'", QUOTE, quote)).isEqualTo("AAPL");
  }

  @Test
  void metadataComesFromTheRecord() {
    assertThat(read("topic()", null, null)).isEqualTo("trades");
    assertThat(read("partition()", null, null)).isEqualTo(3);
    assertThat(read("offset()", null, null)).isEqualTo(41L);
    assertThat(read("timestamp()", null, null)).isEqualTo(Date.from(Instant.ofEpochMilli(1_000)));
  }

  private static Accessor accessor(String source, Schema valueSchema) {
    return Accessors.compile(
        Mapping.parse("c=" + source).columns().get(0).source(), null, valueSchema, null);
  }

  private static Object read(String source, Schema valueSchema, Object value) {
    SinkRecord record =
        new SinkRecord(
            "trades", 3, null, null, valueSchema, value, 41, 1_000L, TimestampType.CREATE_TIME);
    return accessor(source, valueSchema).read(record, null);
  }
}
