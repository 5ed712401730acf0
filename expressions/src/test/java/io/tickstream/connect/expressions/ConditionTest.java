package io.tickstream.connect.expressions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every condition is asked about the same content as a Struct and as a Map. */
class ConditionTest {
  private static final long NINE_THIRTY = 1_736_933_400_000L; // 2025-01-15T09:30:00Z

  private static final Schema META =
      SchemaBuilder.struct().field("requested", Schema.INT32_SCHEMA).build();
  private static final Schema ROW =
      SchemaBuilder.struct().field("ticker", Schema.STRING_SCHEMA).build();
  private static final Schema TRADE =
      SchemaBuilder.struct()
          .field("e", Schema.STRING_SCHEMA)
          .field("E", Schema.INT64_SCHEMA)
          .field("p", Schema.STRING_SCHEMA)
          .field("price", Schema.FLOAT64_SCHEMA)
          .field("float", Schema.FLOAT32_SCHEMA)
          .field("decimal", Decimal.schema(4))
          .field("m", Schema.BOOLEAN_SCHEMA)
          .field("at", Timestamp.SCHEMA)
          .field("currency", Schema.OPTIONAL_STRING_SCHEMA)
          .field("52_week_high", Schema.OPTIONAL_FLOAT64_SCHEMA)
          .field("meta", META)
          .field("data", SchemaBuilder.array(ROW).build())
          .field("tags", SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.STRING_SCHEMA).build())
          .field("nan", Schema.FLOAT64_SCHEMA)
          .field("infinite", Schema.FLOAT64_SCHEMA)
          .build();

  private static Struct struct() {
    return new Struct(TRADE)
        .put("e", "trade")
        .put("E", 9_007_199_254_740_993L)
        .put("p", "0.00100")
        .put("price", 0.1)
        .put("float", 0.1f)
        .put("decimal", new BigDecimal("0.1000"))
        .put("m", true)
        .put("at", new Date(NINE_THIRTY))
        .put("52_week_high", 200.5)
        .put("meta", new Struct(META).put("requested", 2))
        .put("data", List.of(new Struct(ROW).put("ticker", "AAPL")))
        .put("tags", Map.of("venue.name", "XNAS"))
        .put("nan", Double.NaN)
        .put("infinite", Double.POSITIVE_INFINITY);
  }

  private static Map<String, @Nullable Object> map() {
    Map<String, @Nullable Object> map = new HashMap<>();
    map.put("e", "trade");
    map.put("E", 9_007_199_254_740_993L);
    map.put("p", "0.00100");
    map.put("price", 0.1);
    map.put("float", 0.1f);
    map.put("decimal", new BigDecimal("0.1000"));
    map.put("m", true);
    map.put("at", new Date(NINE_THIRTY));
    map.put("currency", null);
    map.put("52_week_high", 200.5);
    map.put("meta", Map.of("requested", 2));
    map.put("data", List.of(Map.of("ticker", "AAPL")));
    map.put("tags", Map.of("venue.name", "XNAS"));
    map.put("nan", Double.NaN);
    map.put("infinite", Double.POSITIVE_INFINITY);
    return map;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "e = 'trade'|TRUE",
        "e != 'trade'|FALSE",
        "e < 'trades'|TRUE",
        "'trade' = e|TRUE",
        "E = 9007199254740993|TRUE",
        "E = 9007199254740992|FALSE",
        "E > 9007199254740992.5|TRUE",
        "E < 1e300|TRUE",
        "price = 0.1|TRUE",
        "float = 0.1|TRUE",
        "decimal = 0.1|TRUE",
        "price = float|TRUE",
        "price = decimal|TRUE",
        "float = decimal|TRUE",
        "price < 0.10000000000000001|TRUE",
        "price > 0|TRUE",
        "0 < price|TRUE",
        "-1 >= price|FALSE",
        "float >= 1|FALSE",
        "float > 0.09999999|TRUE",
        "E > price|TRUE",
        "price > E|FALSE",
        "meta.requested = 2|TRUE",
        "meta.requested = 2.0|TRUE",
        "meta.returned = 2|UNKNOWN",
        "e.length = 2|UNKNOWN",
        "data[0].ticker = 'AAPL'|TRUE",
        "data[1].ticker = 'AAPL'|UNKNOWN",
        "data[1] is null|TRUE",
        "data is array and meta is object and tags is object|TRUE",
        "tags.\"venue.name\" = 'XNAS'|TRUE",
        "\"52_week_high\" > 200|TRUE",
        "m|TRUE",
        "not m|FALSE",
        "m = true|TRUE",
        "m != true|FALSE",
        "m = m|TRUE",
        "e|UNKNOWN",
        "true or e|TRUE",
        "m is boolean|TRUE",
        "m is string|FALSE",
        "E is integer and E is number and E is not string|TRUE",
        "price is integer|FALSE",
        "at is timestamp|TRUE",
        "p is string|TRUE",
        "p is number|FALSE",
        "nan is number|FALSE",
        "currency is null|TRUE",
        "currency is not null|FALSE",
        "currency is string|FALSE",
        "currency = 'USD'|UNKNOWN",
        "currency != 'USD'|UNKNOWN",
        "not currency = 'USD'|UNKNOWN",
        "currency in ('USD')|UNKNOWN",
        "currency not in ('USD')|UNKNOWN",
        "currency matches 'U.*'|UNKNOWN",
        "currency = e|UNKNOWN",
        "currency is null or currency = 'USD'|TRUE",
        "currency = 'USD' and price < 0|FALSE",
        "price > 0 and currency = 'USD'|UNKNOWN",
        "price < 0 or currency = 'USD'|UNKNOWN",
        "nowhere is null|TRUE",
        "nowhere > 0|UNKNOWN",
        "p > 0|UNKNOWN",
        "p = 0.001|UNKNOWN",
        "price = '0.1'|UNKNOWN",
        "number(p) > 0|TRUE",
        "number(p) = 0.001|TRUE",
        "number(e) > 0|UNKNOWN",
        "number(e) is null|TRUE",
        "number(price) = 0.1|TRUE",
        "number(currency) > 0|UNKNOWN",
        "length(e) = 5|TRUE",
        "length(price) = 5|UNKNOWN",
        "upper(e) = 'TRADE' and lower(upper(e)) = 'trade'|TRUE",
        "e in ('quote', 'trade')|TRUE",
        "e not in ('quote', 'bar')|TRUE",
        "e in (1, 'trade')|TRUE",
        "e in (1, 'bar')|UNKNOWN",
        "price in (0.1, 0.2)|TRUE",
        "m in (true)|TRUE",
        "e matches '[a-z]+'|TRUE",
        "e matches 'rad'|FALSE",
        "e not matches '[0-9]+'|TRUE",
        "price matches '.*'|UNKNOWN",
        "nan > 0|UNKNOWN",
        "nan = nan|UNKNOWN",
        "nan <= 0|UNKNOWN",
        "infinite > 1e300|TRUE",
        "infinite > decimal|TRUE",
        "infinite > E|TRUE",
        "at = '2025-01-15T09:30:00Z'|TRUE",
        "at = '2025-01-15T09:30:00'|TRUE",
        "at = '2025-01-15T10:30:00+01:00'|TRUE",
        "at < '2025-01-15T09:30:00.000001Z'|TRUE",
        "at > '2025-01-15T09:29:59.999999999Z'|TRUE",
        "at >= '2025-01-15'|TRUE",
        "at < '2025-01-16'|TRUE",
        "at < '2025-02-30'|UNKNOWN",
        "at = at|TRUE",
        "at > 'soon'|UNKNOWN",
        "at > 0|UNKNOWN",
        "timestamp(e) > '2025-01-01'|UNKNOWN",
        "timestamp(at) > '2025-01-01'|TRUE",
        "at = timestamp('2025-01-15T09:30:00Z')|TRUE",
        "1 < 2|TRUE",
        "not (e = 'quote' or price > 1) and m|TRUE",
        "m or nowhere and nowhere|TRUE",
      })
  void aConditionSaysTheSameOfStructAndMap(String text, Truth expected) {
    Expression expression = Expression.parse(text);
    assertThat(expression.compile(Scope.fieldsOf(TRADE)).test(struct())).isEqualTo(expected);
    assertThat(expression.compile(Scope.fieldsOf(null)).test(map())).isEqualTo(expected);
    assertThat(expression.compile(Scope.fieldsOf(null)).test(struct())).isEqualTo(expected);
  }

  @Test
  void onlyTrueHolds() {
    Condition<Object> unknown = Expression.parse("currency = 'USD'").compile(Scope.fieldsOf(null));
    assertThat(unknown.holds(map())).isFalse();
    assertThat(Expression.parse("m").compile(Scope.fieldsOf(null)).holds(map())).isTrue();
  }

  @Test
  void namesTheSchemaLacksAreListed() {
    Condition<Object> condition =
        Expression.parse("prise > 0 and meta.requested > 0 and meta.nothing = 1")
            .compile(Scope.fieldsOf(TRADE));
    assertThat(condition.missing())
        .extracting(FieldPath::toString)
        .containsExactly("prise", "meta.nothing");
  }

  @Test
  void descriptionTellsKindsAndNeverValues() {
    Condition<Object> condition =
        Expression.parse("p > 0 and p < 9 and currency = 'USD' and nan > 0 and prise = 1")
            .compile(Scope.fieldsOf(TRADE));
    assertThat(condition.describe(struct()))
        .isEqualTo("p is string, currency is null, nan is NaN, prise is not in the schema");
  }

  @Test
  void aNullFieldWithADefaultReadsAsItsDefault() {
    Schema schema =
        SchemaBuilder.struct()
            .field("currency", SchemaBuilder.string().optional().defaultValue("USD").build())
            .build();
    assertThat(
            Expression.parse("currency = 'USD'")
                .compile(Scope.fieldsOf(schema))
                .holds(new Struct(schema)))
        .isTrue();
  }

  @Test
  void aNumberThatIsTooLongToBeOneIsUnknown() {
    Condition<Object> condition = Expression.parse("number(p) > 0").compile(Scope.fieldsOf(null));
    assertThat(condition.test(Map.of("p", "1".repeat(100_000)))).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void rootsGiveNamesTheirMeaning() {
    record Row(Object key, Object value) {}
    Scope<Row> scope =
        new Scope<>() {
          @Override
          public @Nullable Root<Row> root(FieldPath path) {
            if (path.steps().get(0).equals(new FieldPath.Name("value"))) {
              return new Root<>(1, TRADE, Row::value);
            }
            return path.steps().get(0).equals(new FieldPath.Name("key"))
                ? new Root<>(1, null, Row::key)
                : null;
          }

          @Override
          public String roots() {
            return "value. or key.";
          }
        };
    Row row = new Row(Map.of("id", 7), struct());

    assertThat(Expression.parse("value.price > 0 and key.id = 7").compile(scope).holds(row))
        .isTrue();
    assertThatThrownBy(() -> Expression.parse("value.m and valu.price > 0").compile(scope))
        .isInstanceOf(ExpressionSyntaxException.class)
        .hasMessage(
            """
            unknown name 'valu.price', expected value. or key.
            value.m and valu.price > 0
                        ^""");
  }

  @Test
  void aCompiledConditionLooksNothingUpByName() {
    Condition<Object> condition =
        Expression.parse("price > 0 and meta.requested > 0").compile(Scope.fieldsOf(TRADE));
    Schema renamed = rebuiltWithOtherNames(TRADE);
    Struct other = new Struct(renamed);
    Arrays.asList(3, 10)
        .forEach(
            index ->
                other.put(renamed.fields().get(index), struct().get(TRADE.fields().get(index))));
    assertThat(condition.holds(other)).isTrue();
  }

  private static Schema rebuiltWithOtherNames(Schema schema) {
    SchemaBuilder builder = SchemaBuilder.struct();
    schema.fields().forEach(field -> builder.field("other_" + field.name(), field.schema()));
    return builder.build();
  }
}
