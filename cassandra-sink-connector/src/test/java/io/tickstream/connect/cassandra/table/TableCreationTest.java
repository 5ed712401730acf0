package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which records tell what a table that is to be created, or to get more columns, is like. */
class TableCreationTest {
  private static final Map<String, Object> TRADE = Map.of("e", "trade", "price", 1.5);
  private static final Map<String, Object> QUOTE = Map.of("e", "quote", "price", "1.5");

  private static final TableSettings TRADES = created("k=key, price=value.price", "value");
  private static final TableSettings ELEMENTS =
      created("k=key, price=element.price", "element", "explode", "value.data");

  private static TableSettings created(String mapping, String filtered, String... more) {
    String[] options = {
      "autoCreate", "table", "primaryKey", "k", "filter", filtered + ".e = 'trade'"
    };
    String[] all = new String[options.length + more.length];
    System.arraycopy(options, 0, all, 0, options.length);
    System.arraycopy(more, 0, all, options.length, more.length);
    return TradesTable.settings(mapping, all);
  }

  static List<SinkRecord> thatGiveNoRow() {
    return List.of(
        data(List.of()), data(List.of(QUOTE)), data(List.of(QUOTE, QUOTE)), value(Map.of()));
  }

  static List<SinkRecord> thatDoNotFit() {
    return List.of(data("no array"), data(7L), data(List.of("no fields")), keyless(List.of(TRADE)));
  }

  @ParameterizedTest
  @MethodSource("thatGiveNoRow")
  void recordsThatGiveNoRowAreNoReasonToCreateATable(SinkRecord record) {
    assertThat(TableCreator.waitsForARow(absent(ELEMENTS), record)).isTrue();
    TableRoute route = new TableRoute(absent(ELEMENTS));
    assertThat(route.isOutgrownBy(ELEMENTS, record)).isFalse();
    assertThat(TradesTable.rows(absent(ELEMENTS), record)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("thatDoNotFit")
  void recordsThatDoNotFitCreateNoTableAndAreDataErrors(SinkRecord record) {
    assertThat(TableCreator.waitsForARow(absent(ELEMENTS), record)).isTrue();
    TableRoute route = new TableRoute(absent(ELEMENTS));
    assertThat(route.isOutgrownBy(ELEMENTS, record)).isFalse();
    assertThatThrownBy(() -> TradesTable.rows(absent(ELEMENTS), record))
        .isInstanceOf(BindException.class)
        .hasMessageContaining("ks.t");
  }

  @Test
  void theFirstRowCreatesTheTable() {
    for (SinkRecord record :
        List.of(
            data(List.of(TRADE)),
            data(List.of(QUOTE, TRADE)),
            data(List.of("no fields", TRADE)),
            data(List.of(TRADE, QUOTE)))) {
      assertThat(TableCreator.waitsForARow(absent(ELEMENTS), record)).isFalse();
      assertThat(new TableRoute(absent(ELEMENTS)).isOutgrownBy(ELEMENTS, record)).isTrue();
      assertThat(types(ELEMENTS, record))
          .containsExactly(Map.entry("k", DataTypes.TEXT), Map.entry("price", DataTypes.DOUBLE));
    }
  }

  @Test
  void aRecordThatTheFilterKeepsOutTellsNoTypes() {
    assertThat(TableCreator.waitsForARow(absent(TRADES), value(QUOTE))).isTrue();
    assertThat(types(TRADES, value(QUOTE))).isEmpty();
    assertThat(TableCreator.waitsForARow(absent(TRADES), value(TRADE))).isFalse();
    assertThat(types(TRADES, value(TRADE))).containsEntry("price", DataTypes.DOUBLE);
  }

  @Test
  void aTombstoneCreatesNoTable() {
    assertThat(TableCreator.waitsForARow(absent(TRADES), value(null))).isTrue();
    assertThat(TradesTable.rows(absent(TRADES), value(null))).isEmpty();
  }

  @Test
  void aColumnIsAddedForTheFirstRowThatTellsItsType() {
    TableSettings wanted =
        created(
            "k=key, price=element.price, note=element.note",
            "element",
            "explode",
            "value.data",
            "autoAlter",
            "true");
    TableTarget target =
        TradesTable.target(
            wanted.withColumns(column -> !column.column().equals("note")), TradesTable.LAYOUT);
    TableRoute route = new TableRoute(target);
    Map<String, Object> noted = Map.of("e", "trade", "note", "late");
    assertThat(route.isOutgrownBy(wanted, data("no array"))).isFalse();
    assertThat(route.isOutgrownBy(wanted, data(List.of()))).isFalse();
    assertThat(route.isOutgrownBy(wanted, data(List.of(TRADE)))).isFalse();
    assertThat(route.isOutgrownBy(wanted, data(List.of(Map.of("e", "quote", "note", 1L)))))
        .isFalse();
    assertThat(route.isOutgrownBy(wanted, data(List.of(TRADE, noted)))).isTrue();
  }

  private static TableTarget absent(TableSettings settings) {
    return TableTarget.absent(settings, CodecSettings.defaults(), ProtocolVersion.V5, null);
  }

  private static Map<String, DataType> types(TableSettings settings, SinkRecord record) {
    return ColumnTypes.of(settings, record, new RowSelection(settings, null, null));
  }

  private static SinkRecord data(Object data) {
    return value(Map.of("data", data));
  }

  private static SinkRecord value(Object value) {
    return TradesTable.record("a", value);
  }

  private static SinkRecord keyless(Object data) {
    return TradesTable.record(null, Map.of("data", data));
  }
}
