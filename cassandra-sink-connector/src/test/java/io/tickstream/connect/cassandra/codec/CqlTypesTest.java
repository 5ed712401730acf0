package io.tickstream.connect.cassandra.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CqlTypesTest {

  @ParameterizedTest
  @EnumSource(ConnectType.class)
  void theTypeOfASchemaTakesItsValues(ConnectType connectType) {
    DataType created = CqlTypes.of(connectType.schema);
    assertThat(Decoded.of(created, connectType.schema, connectType.plain)).isNotNull();
  }

  @Test
  void wholeNumbersKeepTheirWidth() {
    assertThat(CqlTypes.of(Schema.INT8_SCHEMA)).isEqualTo(DataTypes.TINYINT);
    assertThat(CqlTypes.of(Schema.INT16_SCHEMA)).isEqualTo(DataTypes.SMALLINT);
    assertThat(CqlTypes.of(Schema.INT32_SCHEMA)).isEqualTo(DataTypes.INT);
    assertThat(CqlTypes.of(Schema.OPTIONAL_INT64_SCHEMA)).isEqualTo(DataTypes.BIGINT);
  }

  @Test
  void logicalTypesHaveTheirOwn() {
    assertThat(CqlTypes.of(ConnectType.DECIMAL.schema)).isEqualTo(DataTypes.DECIMAL);
    assertThat(CqlTypes.of(ConnectType.DATE.schema)).isEqualTo(DataTypes.DATE);
    assertThat(CqlTypes.of(ConnectType.TIME.schema)).isEqualTo(DataTypes.TIME);
    assertThat(CqlTypes.of(ConnectType.TIMESTAMP.schema)).isEqualTo(DataTypes.TIMESTAMP);
  }

  @Test
  void collectionsInsideOfCollectionsAreFrozen() {
    Schema nested =
        SchemaBuilder.array(SchemaBuilder.map(Schema.STRING_SCHEMA, Schema.INT32_SCHEMA).build())
            .build();
    assertThat(CqlTypes.of(nested).asCql(true, false)).isEqualTo("list<frozen<map<text, int>>>");
  }

  @Test
  void aUnionIsWhatItsBranchesHaveInCommon() {
    assertThat(CqlTypes.of(union(Schema.OPTIONAL_INT32_SCHEMA, Schema.OPTIONAL_INT64_SCHEMA)))
        .isEqualTo(DataTypes.BIGINT);
    assertThat(CqlTypes.of(union(Schema.OPTIONAL_STRING_SCHEMA, Schema.OPTIONAL_INT64_SCHEMA)))
        .isEqualTo(DataTypes.TEXT);
  }

  @Test
  void aValueWithoutSchemaTellsItsType() {
    assertThat(CqlTypes.of(null, 5L)).isEqualTo(DataTypes.BIGINT);
    assertThat(CqlTypes.of(null, 5.5)).isEqualTo(DataTypes.DOUBLE);
    assertThat(CqlTypes.of(null, new BigDecimal("5.5"))).isEqualTo(DataTypes.DECIMAL);
    assertThat(CqlTypes.of(null, "AAPL")).isEqualTo(DataTypes.TEXT);
    assertThat(CqlTypes.of(null, true)).isEqualTo(DataTypes.BOOLEAN);
    assertThat(CqlTypes.of(null, Map.of("page", 1))).isEqualTo(DataTypes.TEXT);
    assertThat(CqlTypes.of(null, Arrays.asList(1L, null, 2L)))
        .isEqualTo(DataTypes.listOf(DataTypes.BIGINT));
    assertThat(CqlTypes.of(null, List.of(1L, "x"))).isEqualTo(DataTypes.TEXT);
  }

  @Test
  void nothingTellsNothing() {
    assertThat(CqlTypes.of(null, null)).isNull();
    assertThat(CqlTypes.of(null, List.of())).isNull();
  }

  @Test
  void namesThatDifferOnlyInCaseAreFound() {
    assertThat(ColumnNames.differingOnlyInCase(List.of("e", "s", "E", "T", "t", "p")))
        .containsExactly(List.of("e", "E"), List.of("T", "t"));
    assertThat(ColumnNames.differingOnlyInCase(List.of("price", "volume"))).isEmpty();
  }

  private static Schema union(Schema first, Schema second) {
    return SchemaBuilder.struct()
        .name("io.confluent.connect.avro.Union")
        .field("first", first)
        .field("second", second)
        .build();
  }
}
