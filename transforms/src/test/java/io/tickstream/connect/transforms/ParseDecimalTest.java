package io.tickstream.connect.transforms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParseDecimalTest {

  static Stream<Arguments> numbers() {
    return Stream.of(
        Arguments.of("0.00100000", "0.00100000"),
        Arguments.of("1e-3", "0.00100000"),
        Arguments.of("-5", "-5.00000000"),
        Arguments.of(0.1, "0.10000000"),
        Arguments.of(0.1f, "0.10000000"),
        Arguments.of(7L, "7.00000000"),
        Arguments.of((byte) 7, "7.00000000"),
        Arguments.of(
            new BigInteger("123456789012345678901234567890"),
            "123456789012345678901234567890.00000000"),
        Arguments.of(new BigDecimal("1.500000000000"), "1.50000000"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void textAndNumbersBecomeTheDecimalTheyPrintAs(Object value, String expected) {
    assertThat(converted(value)).isEqualTo(new BigDecimal(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " 1",
        "abc",
        "1,5",
        "NaN",
        "0x10",
        "1E999999999",
        "1E-999999999",
        "0.123456789"
      })
  void whatIsNoDecimalOfTheScaleIsRefusedWithoutBeingQuoted(String text) {
    assertThatThrownBy(() -> converted(text))
        .isInstanceOf(DataException.class)
        .hasMessage(
            "ParseDecimal$Value, topic trades: field p, a String, is no decimal of scale 8; check"
                + " its content, raise scale, choose a rounding, or set on.invalid");
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.NEGATIVE_INFINITY})
  void floatsThatAreNoNumbersAreRefused(double number) {
    assertThatThrownBy(() -> converted(number)).isInstanceOf(DataException.class);
  }

  @ParameterizedTest
  @CsvSource({"half_up, 0.13", "half_even, 0.12", "down, 0.12", "ceiling, 0.13"})
  void digitsBeyondTheScaleAreRoundedOnRequest(String rounding, BigDecimal expected) {
    assertThat(converted("0.125", "scale", "2", "rounding", rounding)).isEqualTo(expected);
  }

  @Test
  void anInvalidValueIsNulledOrTheRecordSkipped() {
    assertThat(converted("abc", "on.invalid", "null")).isNull();
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("p", "abc"));
    assertThat(transformed(record, "fields", "p", "on.invalid", "skip")).isSameAs(record);
  }

  @Test
  void severalFieldsKeepTheirPlaceOptionalityDocAndDefault() {
    Schema schema =
        SchemaBuilder.struct()
            .field("p", SchemaBuilder.string().doc("price").build())
            .field("q", SchemaBuilder.string().optional().defaultValue("0.5").build())
            .field("t", Schema.INT64_SCHEMA)
            .build();
    Struct in = new Struct(schema).put("p", "1.5").put("t", 1L);
    Struct out =
        (Struct)
            transformed(Records.record(Side.VALUE, schema, in), "fields", "p,q", "scale", "2")
                .value();
    assertThat(out.get("p")).isEqualTo(new BigDecimal("1.50"));
    assertThat(out.schema().fields()).extracting("name").containsExactly("p", "q", "t");
    assertThat(out.schema().field("p").schema()).isEqualTo(Decimal.builder(2).doc("price").build());
    assertThat(out.schema().field("q").schema())
        .isEqualTo(Decimal.builder(2).optional().defaultValue(new BigDecimal("0.50")).build());
    assertThat(out.getWithoutDefault("q")).isNull();
  }

  @Test
  void aRequiredFieldBecomesOptionalWhereInvalidMeansNull() {
    Schema schema = SchemaBuilder.struct().field("p", Schema.STRING_SCHEMA).build();
    Struct out =
        (Struct)
            transformed(
                    Records.record(Side.VALUE, schema, new Struct(schema).put("p", "abc")),
                    "fields",
                    "p",
                    "on.invalid",
                    "null")
                .value();
    assertThat(out.get("p")).isNull();
    assertThat(out.schema().field("p").schema().isOptional()).isTrue();
  }

  @Test
  void aDecimalOfTheScaleLeavesTheRecordAlone() {
    Schema schema =
        SchemaBuilder.struct()
            .field("p", Decimal.builder(8).parameter("connect.decimal.precision", "20").build())
            .build();
    SourceRecord record =
        Records.record(
            Side.VALUE, schema, new Struct(schema).put("p", new BigDecimal("1.00000000")));
    assertThat(transformed(record, "fields", "p")).isSameAs(record);
  }

  @Test
  void aRequiredFieldThatLeavesItsValueToADefaultGoesOnDoingSo() {
    Schema schema =
        SchemaBuilder.struct().field("p", SchemaBuilder.string().defaultValue("1").build()).build();
    Struct out =
        (Struct)
            transformed(Records.record(Side.VALUE, schema, new Struct(schema)), "fields", "p")
                .value();
    assertThat(out.getWithoutDefault("p")).isNull();
    assertThat(out.get("p")).isEqualTo(new BigDecimal("1.00000000"));
  }

  @Test
  void aDefaultThatIsNoDecimalIsAFault() {
    Schema schema =
        SchemaBuilder.struct()
            .field("p", SchemaBuilder.string().defaultValue("none").build())
            .build();
    SourceRecord record = Records.record(Side.VALUE, schema, new Struct(schema).put("p", "1"));
    assertThatThrownBy(() -> transformed(record, "fields", "p"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("a default in the schema is no decimal of scale 8");
  }

  @Test
  void decimalsGoBesideTheRawText() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("p", "1.5"));
    assertThat(transformed(record, "fields", "p", "output.fields", "price", "scale", "1").value())
        .isEqualTo(Map.of("p", "1.5", "price", new BigDecimal("1.5")));
  }

  @Test
  void aMissingFieldIsLeftSkippedOrRefused() {
    SourceRecord record = Records.record(Side.VALUE, null, Map.of("x", 1));
    SourceRecord struct = Records.structRecord(Side.VALUE);
    assertThat(transformed(record, "fields", "p")).isSameAs(record);
    assertThat(transformed(struct, "fields", "p")).isSameAs(struct);
    assertThat(transformed(struct, "fields", "p", "on.missing", "skip")).isSameAs(struct);
    assertThatThrownBy(() -> transformed(struct, "fields", "p", "on.missing", "fail"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("field p is missing or null");
  }

  @Test
  void aMissingObjectIsAsGoodAsAMissingField() {
    Schema schema = SchemaBuilder.struct().field("price", Schema.STRING_SCHEMA).build();
    Struct struct = new Struct(schema).put("price", "1.0");
    BigDecimal price = new BigDecimal("1.00000000");

    SourceRecord map = Records.record(Side.VALUE, null, Map.of("price", "1.0"));
    assertThat(transformed(map, "fields", "price,meta.fee").value())
        .isEqualTo(Map.of("price", price));
    SourceRecord record = Records.record(Side.VALUE, schema, struct);
    assertThat(((Struct) transformed(record, "fields", "price,meta.fee").value()).get("price"))
        .isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scale=2|fields|which has no default value",
        "fields=p;scale=-1|scale|Value must be at least 0",
        "fields=p;rounding=banker|rounding|expected one of up, down, ceiling",
        "fields=p,q;output.fields=r|output.fields|needs one name for each of the 2 in fields",
      })
  void aWrongOptionIsNamed(String options, String option, String problem) {
    assertThatThrownBy(
            () -> new ParseDecimal.Value<SourceRecord>().configure(Records.parsed(options)))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(option)
        .hasMessageContaining(problem);
  }

  private static Object converted(Object value, String... options) {
    String[] all = new String[options.length + 2];
    all[0] = "fields";
    all[1] = "p";
    System.arraycopy(options, 0, all, 2, options.length);
    return Records.fields(transformed(Records.record(Side.VALUE, null, Map.of("p", value)), all))
        .get("p");
  }

  private static SourceRecord transformed(SourceRecord record, String... options) {
    return Records.applied(new ParseDecimal.Value<>(), Records.options(options), record);
  }
}
