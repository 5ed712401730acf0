package io.tickstream.connect.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldPathTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "price|price",
        "meta.requested|meta.requested",
        "data[0].ticker|data[0].ticker",
        "52_week_high|\"52_week_high\"",
        "day-high.x|\"day-high\".x",
        "`a.b`.c|\"a.b\".c",
        "\"a.b\"[12][0]|\"a.b\"[12][0]",
        "`a``b`|\"a`b\"",
      })
  void pathsReadAndPrint(String text, String printed) {
    assertThat(FieldPath.parse(text)).hasToString(printed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~|expected the name of a field|0",
        "a..b|expected the name of a field|2",
        "a.|expected the name of a field|2",
        "a[|the '[' that opens here is never closed|1",
        "a[x]|expected an array index such as [0]|2",
        "a[-1]|an array index counts from 0|2",
        "a[0]b|expected '.' or '[' between the steps of the path|4",
        "`a|the quote that opens here is never closed|0",
      })
  void aFaultIsNamedWithItsPosition(String text, String problem, int position) {
    assertThatThrownBy(() -> FieldPath.parse(text == null ? "" : text))
        .isInstanceOfSatisfying(
            ExpressionSyntaxException.class,
            e -> {
              assertThat(e.problem()).isEqualTo(problem);
              assertThat(e.position()).isEqualTo(position);
            });
  }

  @Test
  void aNameTakenLiterallyKeepsItsDots() {
    assertThat(FieldPath.ofName("a.b").steps()).containsExactly(new FieldPath.Name("a.b"));
  }

  @Test
  void aPathKnowsWhereItLeadsInASchema() {
    Schema row = SchemaBuilder.struct().field("price", Schema.FLOAT64_SCHEMA).build();
    Schema schema = SchemaBuilder.struct().field("data", SchemaBuilder.array(row).build()).build();
    assertThat(FieldPath.parse("data[0].price").schemaIn(schema)).isEqualTo(Schema.FLOAT64_SCHEMA);
    assertThat(FieldPath.parse("data.price").schemaIn(schema)).isNull();
    assertThat(FieldPath.parse("data[0].size").schemaIn(schema)).isNull();
  }

  @Test
  void aReaderWithoutASchemaReadsMaps() {
    assertThat(
            FieldPath.parse("data[0].price")
                .reader(null)
                .read(Map.of("data", List.of(Map.of("price", 1.5)))))
        .isEqualTo(1.5);
  }

  @Test
  void parentAndLastSplitThePath() {
    FieldPath path = FieldPath.parse("meta.requested");
    assertThat(path.parent()).isEqualTo(FieldPath.parse("meta"));
    assertThat(path.last()).isEqualTo(new FieldPath.Name("requested"));
    assertThat(FieldPath.parse("meta").parent()).isNull();
  }

  @Test
  void aNullReadsAsItsDefaultOrAsNull() {
    Schema inner =
        SchemaBuilder.struct()
            .field("b", SchemaBuilder.int32().optional().defaultValue(7).build())
            .build();
    Schema schema =
        SchemaBuilder.struct()
            .field("a", SchemaBuilder.int32().optional().defaultValue(5).build())
            .field("inner", inner)
            .build();
    Struct struct = new Struct(schema).put("inner", new Struct(inner));
    for (Schema known : Arrays.asList(schema, null)) {
      assertThat(FieldPath.parse("a").reader(known).read(struct)).isEqualTo(5);
      assertThat(FieldPath.parse("inner.b").reader(known).read(struct)).isEqualTo(7);
      assertThat(FieldPath.parse("a").readerOfNulls(known).read(struct)).isNull();
      assertThat(FieldPath.parse("inner.b").readerOfNulls(known).read(struct)).isNull();
      struct.put("a", 1);
      assertThat(FieldPath.parse("a").readerOfNulls(known).read(struct)).isEqualTo(1);
      struct.put("a", null);
    }
  }
}
