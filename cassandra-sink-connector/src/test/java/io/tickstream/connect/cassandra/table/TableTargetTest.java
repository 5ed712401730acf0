package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.codec.TypeCodecs;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.table.TableLayout.Column;
import io.tickstream.connect.cassandra.table.TableLayout.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class TableTargetTest {
  private static final TableSettings SETTINGS =
      SinkSettings.of(Map.of("topics", "t", "topic.t.ks.t.mapping", "k=key, price=value.price"))
          .topics()
          .get("t")
          .tables()
          .get(0);

  @Test
  void valuesTakeTheTypesOfTheTableAsItIsNow() {
    RowStatement before = UnpreparedTarget.of(SETTINGS, layout(DataTypes.TEXT), codec()).upsert();
    TableTarget target =
        new TableTarget(
            SETTINGS, layout(DataTypes.DECIMAL), codec(), ProtocolVersion.V5, before, null);
    List<Row> rows = new ArrayList<>();
    new TableRoute(target).rows(record(Map.of("price", 2.5)), 1L, rows);
    assertThat(TypeCodecs.DECIMAL.decode(rows.get(0).value(1), ProtocolVersion.V5))
        .isEqualTo(new BigDecimal("2.5"));
  }

  @Test
  void aTableThatIsNotThereYetTakesNoRowsAndWaitsForAValue() {
    TableLayout none = new TableLayout(id("ks"), id("t"), List.of());
    TableTarget target = UnpreparedTarget.of(SETTINGS, none, codec());
    List<Row> rows = new ArrayList<>();
    TableRoute route = new TableRoute(target);
    route.rows(record(null), 1L, rows);
    assertThat(rows).isEmpty();
    assertThat(route.isOutgrownBy(SETTINGS, record(null))).isFalse();
    assertThat(route.isOutgrownBy(SETTINGS, record(Map.of("price", 2.5)))).isTrue();
  }

  private static SinkRecord record(Object value) {
    return new SinkRecord("t", 0, null, "a", null, value, 0);
  }

  private static CodecSettings codec() {
    return CodecSettings.defaults();
  }

  private static TableLayout layout(DataType price) {
    return new TableLayout(
        id("ks"),
        id("t"),
        List.of(
            new Column(id("k"), DataTypes.TEXT, Kind.PARTITION),
            new Column(id("price"), price, Kind.REGULAR)));
  }

  private static CqlIdentifier id(String name) {
    return CqlIdentifier.fromInternal(name);
  }
}
