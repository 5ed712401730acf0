package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InsertTimestampsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2025-01-15T09:30:01.500700Z"), ZoneOffset.UTC);

  @Test
  void everyStampIsWrittenInOnePass() {
    Struct out =
        (Struct)
            transformed(
                    Records.structRecord(Side.VALUE),
                    "event.field",
                    "event_time",
                    "event.to",
                    "event_at",
                    "record.to",
                    "recorded_at",
                    "processing.to",
                    "processed_at",
                    "latency.to",
                    "latency_ms")
                .value();
    assertThat(out.get("event_at")).isEqualTo(new Date(Records.EVENT_TIME));
    assertThat(out.get("recorded_at")).isEqualTo(new Date(Records.RECORD_TIME));
    assertThat(out.get("processed_at")).isEqualTo(new Date(1_736_933_401_500L));
    assertThat(out.get("latency_ms")).isEqualTo(1_500L);
    assertThat(out.schema().field("processed_at").schema())
        .isEqualTo(Timestamp.builder().optional().build());
  }

  @Test
  void latencyInMicrosecondsCountsTheClocksMicroseconds() {
    assertThat(fromMap(Map.of("E", Records.EVENT_TIME), "latency.to", "l", "latency.unit", "us"))
        .containsEntry("l", 1_500_700L);
  }

  @Test
  void latencyIsNegativeWhenTheProducerIsAhead() {
    assertThat(fromMap(Map.of("E", "2025-01-15T09:30:02Z"), "latency.to", "l"))
        .containsEntry("l", -500L);
  }

  @Test
  void subMillisecondTextIsNotCorrupted() {
    assertThat(
            fromMap(
                Map.of("E", "2025-11-20T15:00:00.123456Z"),
                "event.to",
                "at",
                "output.type",
                "epoch_us"))
        .containsEntry("at", 1_763_650_800_123_456L);
    assertThat(fromMap(Map.of("E", "2025-11-20T15:00:00.123456Z"), "event.to", "at"))
        .containsEntry("at", new Date(1_763_650_800_123L));
  }

  @Test
  void nanosecondNumbersAreNotCorrupted() {
    assertThat(
            fromMap(
                Map.of("E", 1_763_650_000_123_456_789L),
                "event.to",
                "at",
                "output.type",
                "epoch_ns"))
        .containsEntry("at", 1_763_650_000_123_456_789L);
  }

  @Test
  void aFieldIsConvertedInPlace() {
    Schema schema =
        SchemaBuilder.struct()
            .field("E", Schema.INT64_SCHEMA)
            .field("price", Schema.FLOAT64_SCHEMA)
            .build();
    SourceRecord record =
        Records.record(
            Side.VALUE, schema, new Struct(schema).put("E", 1_763_650_000_123L).put("price", 1.0));
    Struct out =
        (Struct)
            transformed(
                    record,
                    "event.field",
                    "E",
                    "event.to",
                    "E",
                    "on.conflict",
                    "overwrite",
                    "output.type",
                    "iso8601")
                .value();
    assertThat(out.get("E")).isEqualTo("2025-11-20T14:46:40.123Z");
    assertThat(out.schema().fields().get(0).name()).isEqualTo("E");
  }

  @Test
  void zonelessTextBelongsToItsOwnZoneAndOutputToAnother() {
    assertThat(
            fromMap(
                Map.of("E", "2025-01-15 10:30:00"),
                "event.to",
                "at",
                "event.timezone",
                "Europe/Rome",
                "timezone",
                "America/New_York",
                "output.type",
                "iso8601"))
        .containsEntry("at", "2025-01-15T04:30:00-05:00");
  }

  @Test
  void stampsGoToHeadersAndLeaveTheContentAlone() {
    SourceRecord record = Records.record(Side.VALUE, Schema.STRING_SCHEMA, "plain");
    SourceRecord out = transformed(record, "processing.to", "processed at", "target", "header");
    assertThat(out.value()).isEqualTo("plain");
    assertThat(out.headers().lastWithName("processed at").value())
        .isEqualTo(new Date(1_736_933_401_500L));
    assertThat(record.headers()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"keep, old, 1", "overwrite, 1736933401500, 1"})
  void aHeaderThatExistsIsKeptOrReplaced(String conflict, String expected, int count) {
    SourceRecord record = Records.structRecord(Side.VALUE);
    record.headers().addString("at", "old");
    SourceRecord out =
        transformed(
            record,
            "processing.to",
            "at",
            "target",
            "header",
            "on.conflict",
            conflict,
            "output.type",
            "epoch_ms");
    assertThat(out.headers().lastWithName("at").value()).hasToString(expected);
    assertThat(out.headers()).hasSize(count);
  }

  @Test
  void aHeaderThatExistsIsAFaultByDefault() {
    SourceRecord record = Records.structRecord(Side.VALUE);
    record.headers().addString("at", "old");
    assertThatThrownBy(() -> transformed(record, "processing.to", "at", "target", "header"))
        .isInstanceOf(DataException.class)
        .hasMessageStartingWith("InsertTimestamps$Value, topic trades: header at exists already");
  }

  @Test
  void aMissingEventTimeIsNullByDefault() {
    assertThat(fromMap(Map.of("x", 1), "event.to", "at", "latency.to", "l"))
        .containsEntry("at", null)
        .containsEntry("l", null);
  }

  @Test
  void theDefaultOfASchemaIsNoEventTime() {
    Schema schema =
        SchemaBuilder.struct()
            .field("E", SchemaBuilder.int64().optional().defaultValue(0L).build())
            .build();
    Struct out =
        (Struct)
            transformed(
                    Records.record(Side.VALUE, schema, new Struct(schema)),
                    "event.field",
                    "E",
                    "event.to",
                    "at")
                .value();
    assertThat(out.get("at")).isNull();
  }

  @Test
  void aRecordWithoutEventTimeIsSkippedOrRefused() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("x", 1));
    assertThat(transformed(record, "event.field", "E", "event.to", "at", "on.missing", "skip"))
        .isSameAs(record);
    assertThatThrownBy(
            () -> transformed(record, "event.field", "E", "event.to", "at", "on.missing", "fail"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "InsertTimestamps$Value, topic trades: field E is missing or null; set on.missing if"
                + " such records are expected");
  }

  @Test
  void anEventTimeThatIsNoneIsRefusedWithoutItsContent() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("E", "hunter2"));
    assertThatThrownBy(() -> transformed(record, "event.field", "E", "event.to", "at"))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "InsertTimestamps$Value, topic trades: field E, a String, cannot be read as a time;"
                + " check its precision and format, or set on.invalid");
  }

  @Test
  void anEventTimeThatIsNoneIsNulledOrSkipped() {
    assertThat(fromMap(Map.of("E", "soon"), "event.to", "at", "on.invalid", "null"))
        .containsEntry("at", null);
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("E", "soon"));
    assertThat(transformed(record, "event.field", "E", "event.to", "at", "on.invalid", "skip"))
        .isSameAs(record);
  }

  @Test
  void aRecordWithoutTimestampIsHandledAsMissing() {
    SourceRecord record =
        new SourceRecord(Map.of(), Map.of(), "trades", 0, null, null, null, Map.of("x", 1));
    assertThat(transformed(record, "record.to", "at").value()).isEqualTo(withNull("x", 1, "at"));
    assertThat(transformed(record, "record.to", "at", "on.missing", "skip")).isSameAs(record);
    assertThatThrownBy(() -> transformed(record, "record.to", "at", "on.missing", "fail"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("the record has no timestamp");
  }

  @Test
  void aTimeOfDayIsNoMoment() {
    Schema schema = SchemaBuilder.struct().field("E", Time.SCHEMA).build();
    SourceRecord record =
        Records.record(Side.VALUE, schema, new Struct(schema).put("E", new Date(1)));
    assertThatThrownBy(() -> transformed(record, "event.field", "E", "event.to", "at"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field E is a time of day, which is no moment");
  }

  @Test
  void aTimeBeyondTheOutputTypeIsAFault() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("E", "9999-01-01"));
    assertThatThrownBy(
            () ->
                transformed(
                    record, "event.field", "E", "event.to", "at", "output.type", "epoch_ns"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("does not fit output.type");
  }

  @Test
  void requiredFieldsAreRequiredInTheSchema() {
    Struct out =
        (Struct)
            transformed(
                    Records.structRecord(Side.VALUE),
                    "processing.to",
                    "at",
                    "optional",
                    "false",
                    "on.missing",
                    "fail")
                .value();
    assertThat(out.schema().field("at").schema()).isEqualTo(Timestamp.SCHEMA);
  }

  @Test
  void namesWithDotsAreLiteralInTheFirstSyntax() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("a.b", Records.EVENT_TIME));
    assertThat(
            transformed(
                    record, "event.field", "a.b", "event.to", "c.d", "field.syntax.version", "V1")
                .value())
        .isEqualTo(Map.of("a.b", Records.EVENT_TIME, "c.d", new Date(Records.EVENT_TIME)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "event.field=E|event.field|is of no use without event.to or latency.to",
        "event.field=E;event.to=a,b|event.to|needs one name for each of the 1 fields",
        "latency.to=l|latency.to|needs event.field",
        "optional=false;processing.to=p|on.missing|needs optional=true",
        "processing.to=p;record.to=p|processing.to|collides with p of record.to",
        "processing.to=p.q;record.to=p|processing.to|collides with p of record.to",
        "processing.to=p[0]|processing.to|cannot be the element of an array",
        "processing.to=p;output.type=date|output.type|expected one of timestamp, epoch_ms",
        "processing.to=p;timezone=Mars|timezone|expected a time zone such as",
        "processing.to=p..q|processing.to|expected the name of a field",
        "processing.to=p;event.format=yyyy-QQQQQQ|event.format|expected patterns of",
        "target=header||nothing to insert: set at least one of",
      })
  void aWrongOptionIsNamed(String options, @Nullable String option, String problem) {
    Map<String, String> map = Records.parsed(options);
    assertThatThrownBy(() -> new InsertTimestamps.Value<SourceRecord>().configure(map))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining(option == null ? "" : option);
  }

  @Test
  void aPathThatDoesNotParseIsShownWithACaret() {
    assertThatThrownBy(() -> InsertTimestampsConfig.DEF.parse(Map.of("event.field", "meta..ts")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("meta..ts\n     ^");
  }

  private static Map<String, @Nullable Object> fromMap(Map<String, ?> value, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "event.field";
    all[1] = "E";
    System.arraycopy(options, 0, all, 2, options.length);
    return Records.fields(transformed(Records.record(Side.VALUE, null, value), all));
  }

  private static SourceRecord transformed(SourceRecord record, String... options) {
    return Records.applied(new InsertTimestamps.Value<>(CLOCK), Records.options(options), record);
  }

  private static Map<String, @Nullable Object> withNull(String key, Object value, String nulled) {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put(key, value);
    map.put(nulled, null);
    return map;
  }
}
