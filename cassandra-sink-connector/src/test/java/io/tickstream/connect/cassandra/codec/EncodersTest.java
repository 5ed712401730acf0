package io.tickstream.connect.cassandra.codec;

import static com.datastax.oss.driver.api.core.type.DataTypes.BIGINT;
import static com.datastax.oss.driver.api.core.type.DataTypes.DECIMAL;
import static com.datastax.oss.driver.api.core.type.DataTypes.DOUBLE;
import static com.datastax.oss.driver.api.core.type.DataTypes.FLOAT;
import static com.datastax.oss.driver.api.core.type.DataTypes.INT;
import static com.datastax.oss.driver.api.core.type.DataTypes.TEXT;
import static com.datastax.oss.driver.api.core.type.DataTypes.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.type.DataTypes;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class EncodersTest {

  @Test
  void nullStaysNull() {
    assertThat(Decoded.of(INT, null, null)).isNull();
  }

  @Test
  void anInt32BecomesAnInt() {
    assertThat(Decoded.of(INT, Schema.INT32_SCHEMA, 42)).isEqualTo(42);
  }

  @Test
  void aLongThatFitsBecomesAnInt() {
    assertThat(Decoded.of(INT, Schema.INT64_SCHEMA, -7L)).isEqualTo(-7);
  }

  @Test
  void aLongOutOfRangeIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> Decoded.of(INT, Schema.INT64_SCHEMA, 3_000_000_000L))
        .isInstanceOf(ConversionException.class)
        .hasMessage("cannot write a java.lang.Long as CQL int: out of its range");
  }

  @Test
  void textThatIsExactlyOneNumberBecomesADecimal() {
    assertThat(Decoded.of(DECIMAL, Schema.STRING_SCHEMA, "0.00100000"))
        .isEqualTo(new BigDecimal("0.00100000"));
  }

  @Test
  void textWithSomethingBehindTheNumberIsRefusedWithoutQuotingIt() {
    assertThatThrownBy(() -> Decoded.of(DECIMAL, Schema.STRING_SCHEMA, "1.5 USD"))
        .isInstanceOf(ConversionException.class)
        .hasMessage(
            "cannot write a java.lang.String as CQL decimal: the text is not exactly one number")
        .hasNoCause();
  }

  @Test
  void doublesAndTextPassThrough() {
    assertThat(Decoded.of(DOUBLE, Schema.FLOAT64_SCHEMA, 172.5)).isEqualTo(172.5);
    assertThat(Decoded.of(TEXT, Schema.STRING_SCHEMA, "Zürich")).isEqualTo("Zürich");
  }

  @Test
  void textThatUtf8CannotHoldIsRefused() {
    assertThat(Decoded.of(TEXT, null, "up? \ud83d\udcc8")).isEqualTo("up? \ud83d\udcc8");
    assertThatThrownBy(() -> Decoded.of(TEXT, null, "up \ud83d"))
        .hasMessage("cannot write a java.lang.String as CQL text: half of a surrogate pair");
  }

  @Test
  void exponentsThatWouldFillTheHeapAreRefused() {
    BigDecimal huge = new BigDecimal("1e999999999");
    assertThatThrownBy(() -> Decoded.of(DataTypes.VARINT, null, huge))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(BIGINT, null, "1e999999999"))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(TIMESTAMP, null, huge))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(TIMESTAMP, null, new BigDecimal("1e-999999999")))
        .isInstanceOf(ConversionException.class);
    assertThatThrownBy(() -> Decoded.of(DOUBLE, null, huge))
        .isInstanceOf(ConversionException.class);
    assertThat(Decoded.of(TEXT, null, huge)).isEqualTo("1E+999999999");
    assertThat(Decoded.of(DECIMAL, null, huge)).isEqualTo(huge);
  }

  @Test
  void aDoubleThatReadsTheSameAsAFloatFits() {
    assertThat(Decoded.of(FLOAT, Schema.FLOAT64_SCHEMA, 0.1)).isEqualTo(0.1f);
  }

  @Test
  void aDoubleWithMoreDigitsThanAFloatIsRefused() {
    assertThatThrownBy(() -> Decoded.of(FLOAT, Schema.FLOAT64_SCHEMA, 0.123456789012))
        .hasMessage("cannot write a java.lang.Double as CQL float: a float would lose digits");
  }

  @Test
  void timestampsComeFromConnectFromEpochNumbersAndFromIsoText() {
    Instant expected = Instant.parse("2022-01-12T14:30:09Z");
    assertThat(Decoded.of(TIMESTAMP, Timestamp.SCHEMA, Date.from(expected))).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, expected.toEpochMilli())).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12T14:30:09.000000")).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12 14:30:09")).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12T15:30:09+0100")).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, "2022-01-12T14:30:09Z")).isEqualTo(expected);
    assertThat(Decoded.of(TIMESTAMP, null, Long.toString(expected.toEpochMilli())))
        .isEqualTo(expected);
  }

  @Test
  void jsonInTextBecomesACollection() {
    assertThat(Decoded.of(DataTypes.listOf(INT), Schema.STRING_SCHEMA, "[1, 2]"))
        .isEqualTo(List.of(1, 2));
    assertThat(Decoded.of(DataTypes.setOf(TEXT), null, "[\"b\", \"a\"]"))
        .isEqualTo(Set.of("a", "b"));
    assertThat(Decoded.of(DataTypes.mapOf(INT, BIGINT), null, "{\"1\": 2}"))
        .isEqualTo(Map.of(1, 2L));
  }

  @Test
  void anAvroUnionIsUnwrapped() {
    Schema union =
        SchemaBuilder.struct()
            .name("io.confluent.connect.avro.Union")
            .field("int", Schema.OPTIONAL_INT32_SCHEMA)
            .field("long", Schema.OPTIONAL_INT64_SCHEMA)
            .build();
    assertThat(Decoded.of(BIGINT, union, new Struct(union).put("long", 5L))).isEqualTo(5L);
    assertThat(Decoded.of(TEXT, union, new Struct(union).put("int", 5))).isEqualTo("5");
  }
}
