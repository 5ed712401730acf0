package io.tickstream.connect.cassandra.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/** Mappings in the language of the DataStax sink, unchanged, on the records that it takes. */
class DropInMappingTest {

  @Test
  void aFlatAvroRecordFillsColumnsOfTheSameNames() {
    Schema schema =
        SchemaBuilder.struct()
            .name("com.thecodinginterface.avrodomainevents.FinancialData")
            .field("timestamp", Schema.STRING_SCHEMA)
            .field("ticker", Schema.STRING_SCHEMA)
            .field("open", Schema.FLOAT64_SCHEMA)
            .field("high", Schema.FLOAT64_SCHEMA)
            .field("low", Schema.FLOAT64_SCHEMA)
            .field("close", Schema.FLOAT64_SCHEMA)
            .build();
    Struct bar =
        new Struct(schema)
            .put("timestamp", "2024-03-01 10:15:00")
            .put("ticker", "%TFM 1!-ICN")
            .put("open", 101.25)
            .put("high", 109.5)
            .put("low", 95.75)
            .put("close", 104.0);
    assertThat(
            row(
                "timestamp=value.timestamp, ticker=value.ticker, open=value.open, "
                    + "high=value.high, low=value.low, close=value.close",
                plain("%tfm 1!-icn"),
                new SchemaAndValue(schema, bar)))
        .containsExactly(
            Map.entry("timestamp", "2024-03-01 10:15:00"),
            Map.entry("ticker", "%TFM 1!-ICN"),
            Map.entry("open", 101.25),
            Map.entry("high", 109.5),
            Map.entry("low", 95.75),
            Map.entry("close", 104.0));
  }

  @Test
  void aKeyAndAValueThatArePrimitivesFillOneColumnEach() {
    assertThat(
            row(
                "symbol = key, last = value",
                plain("MSFT"),
                new SchemaAndValue(Schema.FLOAT64_SCHEMA, 411.5)))
        .containsExactly(Map.entry("symbol", "MSFT"), Map.entry("last", 411.5));
  }

  @Test
  void theKeyIsAColumnBesideFieldsOfAJsonValue() {
    assertThat(
            row(
                "symbol=value.symbol,ts=value.traded_at,exchange=value.exchange,"
                    + "industry=value.industry,name=key,value=value.value",
                plain("Nvidia"),
                plain(
                    "{\"symbol\": \"NVDA\", \"traded_at\": \"2024-03-01T15:00:00Z\","
                        + " \"exchange\": \"NASDAQ\", \"industry\": \"chips\", \"value\": 822}")))
        .containsEntry("name", "Nvidia")
        .containsEntry("ts", "2024-03-01T15:00:00Z")
        .containsEntry("value", 822);
  }

  @Test
  void fieldsOfAJsonKeyAndAJsonValueAreAddressedAlike() {
    assertThat(
            row(
                "symbol=key.symbol, day=key.day, volume=value.volume",
                plain("{\"symbol\": \"TSLA\", \"day\": \"2024-03-01\"}"),
                plain("{\"volume\": 82099200}")))
        .containsExactly(
            Map.entry("symbol", "TSLA"),
            Map.entry("day", "2024-03-01"),
            Map.entry("volume", 82_099_200));
  }

  @Test
  void fieldsOfAnAvroKeyAndASchemalessValueAreAddressedAlike() {
    Schema key = SchemaBuilder.struct().field("symbol", Schema.STRING_SCHEMA).build();
    assertThat(
            row(
                "symbol=key.symbol, volume=value.volume",
                new SchemaAndValue(key, new Struct(key).put("symbol", "TSLA")),
                new SchemaAndValue(null, Map.of("volume", 82_099_200L))))
        .containsExactly(Map.entry("symbol", "TSLA"), Map.entry("volume", 82_099_200L));
  }

  @Test
  void headersFillColumns() {
    assertThat(
            row(
                "symbol=key, price=value, source=header.source, attempt=header.attempt",
                plain("AAPL"),
                new SchemaAndValue(Schema.FLOAT64_SCHEMA, 179.66)))
        .containsEntry("source", "replay")
        .containsEntry("attempt", 3);
  }

  @Test
  void timeToLiveAndWriteTimeComeFromTheRecord() {
    String mapping =
        "symbol=value.symbol, price=value.price, __ttl=value.keep_seconds,"
            + " __timestamp=value.created_at";
    assertThat(
            row(
                mapping,
                plain(null),
                new SchemaAndValue(
                    null,
                    Map.of("symbol", "IBM", "price", 1L, "keep_seconds", 60L, "created_at", 9L))))
        .containsEntry("__ttl", 60L)
        .containsEntry("__timestamp", 9L);
    assertThat(Mapping.parse(mapping).columns())
        .filteredOn(MappedColumn::isSpecial)
        .extracting(MappedColumn::column)
        .containsExactly("__ttl", "__timestamp");
  }

  @Test
  void nowIsANewTimeBasedUuid() {
    assertThat(row("id=now(), note=value", plain(null), plain("opened")).get("id"))
        .isInstanceOfSatisfying(UUID.class, id -> assertThat(id.version()).isEqualTo(1));
  }

  @Test
  void aWholeValueFillsAColumnOfAUserDefinedType() {
    Schema schema = SchemaBuilder.struct().field("bid", Schema.FLOAT64_SCHEMA).build();
    Struct quote = new Struct(schema).put("bid", 10.5);
    assertThat(row("symbol=key, quote=value", plain("IBM"), new SchemaAndValue(schema, quote)))
        .containsEntry("quote", quote);
  }

  @Test
  void oneTopicFillsSeveralTables() {
    Map<String, Object> trade = Map.of("symbol", "IBM", "day", "2024-03-01", "price", 188.2);
    SchemaAndValue value = new SchemaAndValue(null, trade);
    assertThat(row("symbol=value.symbol, price=value.price", plain(null), value))
        .containsOnlyKeys("symbol", "price");
    assertThat(row("day=value.day, symbol=value.symbol, price=value.price", plain(null), value))
        .containsOnlyKeys("day", "symbol", "price");
  }

  @Test
  void quotedColumnsAndFieldsKeepCaseBlanksAndDots() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("Last Price", 5.5);
    record.put("meta.source", "feed");
    record.put("e", "trade");
    record.put("E", 1_700_000_000_000L);
    assertThat(
            row(
                "\"Last Price\"=\"value.Last Price\", source=\"value.meta.source\","
                    + " \"Source\"=value.meta.source, event_type=value.e, event_time=value.E",
                plain(null),
                new SchemaAndValue(null, record)))
        .containsExactly(
            Map.entry("Last Price", 5.5),
            Map.entry("source", "feed"),
            Map.entry("Source", "feed"),
            Map.entry("event_type", "trade"),
            Map.entry("event_time", 1_700_000_000_000L));
  }

  @Test
  void aMappingMayStandOnSeveralLines() {
    assertThat(
            row(
                """

                  symbol = key.symbol ,
                  counted= value.hits
                """,
                new SchemaAndValue(null, Map.of("symbol", "IBM")),
                new SchemaAndValue(null, Map.of("hits", 2L))))
        .containsExactly(Map.entry("symbol", "IBM"), Map.entry("counted", 2L));
  }

  @Test
  void collectionsArriveAsTheyAre() {
    assertThat(
            row(
                "symbol=key, tags=value.tags, levels=value.levels",
                plain("IBM"),
                new SchemaAndValue(
                    null, Map.of("tags", List.of("a", "b"), "levels", Map.of("bid", 1L)))))
        .containsEntry("tags", List.of("a", "b"))
        .containsEntry("levels", Map.of("bid", 1L));
  }

  @Test
  void aFieldThatIsAbsentIsMissingWhereTheirsRefusedTheRecord() {
    assertThat(
            row(
                "symbol=value.symbol, note=value.note",
                plain(null),
                plain("{\"symbol\": \"IBM\"}")))
        .containsEntry("note", Accessor.MISSING);
  }

  private static SchemaAndValue plain(String text) {
    return new SchemaAndValue(Schema.OPTIONAL_STRING_SCHEMA, text);
  }

  private static Map<String, Object> row(String text, SchemaAndValue key, SchemaAndValue value) {
    SinkRecord record =
        new SinkRecord("t", 0, key.schema(), key.value(), value.schema(), value.value(), 0)
            .newRecord(
                "t",
                0,
                key.schema(),
                key.value(),
                value.schema(),
                value.value(),
                0L,
                new ConnectHeaders().addString("source", "replay").addInt("attempt", 3));
    Mapping mapping = Mapping.parse(text);
    List<Accessor> accessors = Accessors.compile(mapping, key.schema(), value.schema(), null);
    Map<String, Object> row = new LinkedHashMap<>();
    for (int i = 0; i < accessors.size(); i++) {
      row.put(mapping.columns().get(i).column(), accessors.get(i).read(record, null));
    }
    return row;
  }
}
