package io.tickstream.connect.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.connect.data.Struct;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowsTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50, 20_000})
  void noTwoRowsShareAPrimaryKey(int symbols) {
    Rows rows = new Rows(20_000, symbols, 4);
    Set<String> keys = new HashSet<>();
    for (long row = 0; row < rows.count(); row++) {
      keys.add(rows.symbol(row) + "/" + rows.ts(row));
    }

    assertThat(keys).hasSize(20_000);
  }

  @Test
  void checksumsOfTheSameRowsMatchInAnyOrder() {
    Rows rows = new Rows(100, 7, 5);
    Checksum backwards = new Checksum();
    for (long row = 99; row >= 0; row--) {
      backwards.add(
          rows.symbol(row),
          rows.ts(row),
          rows.price(row),
          rows.volume(row),
          new double[] {rows.extra(row, 0)});
    }

    assertThat(backwards.matches(Checksum.of(rows))).isTrue();
  }

  @Test
  void oneWrongValueOrOneRowTwiceIsNoticed() {
    Rows rows = new Rows(10, 2, 4);
    Checksum wrong = new Checksum();
    Checksum twice = new Checksum();
    for (long row = 0; row < 10; row++) {
      double price = row == 3 ? 1.0 : rows.price(row);
      wrong.add(rows.symbol(row), rows.ts(row), price, rows.volume(row), new double[0]);
      long copied = row == 3 ? 4 : row;
      twice.add(
          rows.symbol(copied),
          rows.ts(copied),
          rows.price(copied),
          rows.volume(copied),
          new double[0]);
    }

    assertThat(wrong.matches(Checksum.of(rows))).isFalse();
    assertThat(twice.matches(Checksum.of(rows))).isFalse();
  }

  @Test
  void structAndMapHoldTheSameValues() {
    RecordSchema schema = new RecordSchema(new Rows(10, 2, 6));

    Struct struct = (Struct) schema.struct(3).value();

    assertThat(schema.map(3).value())
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .hasSize(6)
        .allSatisfy((field, value) -> assertThat(value).isEqualTo(struct.get(field)));
  }

  @Test
  void statementsNameEveryColumn() {
    assertThat(Table.insert("bench.t", 5))
        .isEqualTo("INSERT INTO bench.t (symbol, ts, price, volume, c5) VALUES (?, ?, ?, ?, ?)");
    assertThat(Table.ddl("bench.t", 5)).contains("volume bigint, c5 double, PRIMARY KEY");
    assertThat(Table.mapping(5)).endsWith("volume=value.volume, c5=value.c5");
  }

  @Test
  void aTableWithoutItsFourColumnsIsRefused() {
    assertThatThrownBy(() -> new Rows(1, 1, 3)).hasMessageContaining("columns at least 4");
  }
}
