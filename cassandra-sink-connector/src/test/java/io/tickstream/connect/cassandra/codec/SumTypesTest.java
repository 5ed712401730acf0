package io.tickstream.connect.cassandra.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shapes that Avro's, JSON Schema's and Protobuf's converters put around one value. */
class SumTypesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.confluent.connect.avro.Union",
        "io.confluent.connect.json.OneOf",
        "io.confluent.connect.protobuf.Union.price_kind",
        "connect_union_0",
        "google.protobuf.Int64Value"
      })
  void aNamedWrapperIsItsValue(String name) {
    Schema schema = twoBranches().name(name).build();
    Struct wrapped = new Struct(schema).put("long", 5L);
    assertThat(Decoded.of(DataTypes.BIGINT, schema, wrapped)).isEqualTo(5L);
    assertThat(Decoded.of(DataTypes.TEXT, schema, wrapped)).isEqualTo("5");
  }

  @Test
  void aGeneralisedUnionIsKnownByItsParameter() {
    Schema schema =
        twoBranches().parameter("org.apache.kafka.connect.data.Union", "price_kind").build();
    assertThat(Decoded.of(DataTypes.TEXT, schema, new Struct(schema).put("text", "abc")))
        .isEqualTo("abc");
  }

  @Test
  void anUnnamedOneofIsItsValueWhereASingleValueIsWanted() {
    Schema schema = twoBranches().build();
    assertThat(Decoded.of(DataTypes.INT, schema, new Struct(schema).put("text", "7"))).isEqualTo(7);
  }

  @Test
  void anUnnamedOneofIsJsonWhereTextIsWanted() {
    Schema schema = twoBranches().build();
    assertThat(Decoded.of(DataTypes.TEXT, schema, new Struct(schema).put("text", "7")))
        .isEqualTo("{\"long\":null,\"text\":\"7\"}");
  }

  @Test
  void aWrapperOfNothingIsNull() {
    Schema schema = twoBranches().build();
    assertThat(Decoded.of(DataTypes.INT, schema, new Struct(schema))).isNull();
  }

  @Test
  void twoValuesInOneWrapperAreRefused() {
    Schema schema = twoBranches().build();
    assertThatThrownBy(
            () ->
                Decoded.of(
                    DataTypes.INT, schema, new Struct(schema).put("text", "7").put("long", 7L)))
        .isInstanceOf(ConversionException.class)
        .hasMessage("a Struct of which one field should hold the value has more: long and text");
  }

  @Test
  void aBranchKeepsItsLogicalType() {
    Schema schema =
        SchemaBuilder.struct()
            .name("io.confluent.connect.avro.Union")
            .field("date", org.apache.kafka.connect.data.Date.builder().optional().build())
            .field("string", Schema.OPTIONAL_STRING_SCHEMA)
            .build();
    Struct wrapped = new Struct(schema).put("date", new Date(86_400_000L));
    assertThat(Decoded.of(DataTypes.DATE, schema, wrapped)).isEqualTo(LocalDate.of(1970, 1, 2));
    assertThat(Decoded.of(DataTypes.TEXT, schema, wrapped)).isEqualTo("1970-01-02");
  }

  @Test
  void wrappersInsideOfListsAreUnwrapped() {
    Schema union = twoBranches().name("io.confluent.connect.avro.Union").build();
    Schema list = SchemaBuilder.array(union).build();
    assertThat(
            Decoded.of(
                DataTypes.listOf(DataTypes.BIGINT),
                list,
                List.of(new Struct(union).put("long", 1L), new Struct(union).put("text", "2"))))
        .isEqualTo(List.of(1L, 2L));
    assertThat(JsonText.write(List.of(new Struct(union).put("long", 1L)))).isEqualTo("[1]");
  }

  private static SchemaBuilder twoBranches() {
    return SchemaBuilder.struct()
        .field("long", Schema.OPTIONAL_INT64_SCHEMA)
        .field("text", Schema.OPTIONAL_STRING_SCHEMA);
  }
}
