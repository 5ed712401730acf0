package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.table.TableLayout.Column;
import io.tickstream.connect.cassandra.table.TableLayout.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;

/** The table {@code ks.t (k text PRIMARY KEY, price double, currency text)} and its topic. */
final class TradesTable {
  static final TableLayout LAYOUT =
      new TableLayout(
          id("ks"),
          id("t"),
          List.of(
              new Column(id("k"), DataTypes.TEXT, Kind.PARTITION),
              new Column(id("price"), DataTypes.DOUBLE, Kind.REGULAR),
              new Column(id("currency"), DataTypes.TEXT, Kind.REGULAR)));

  private TradesTable() {}

  /**
   * How the topic is written to the table.
   *
   * @param options names and values
   */
  static TableSettings settings(String mapping, String... options) {
    Map<String, String> config = new HashMap<>();
    config.put("topics", "t");
    config.put("topic.t.ks.t.mapping", mapping);
    for (int i = 0; i < options.length; i += 2) {
      config.put("topic.t.ks.t." + options[i], options[i + 1]);
    }
    return SinkSettings.of(config).topics().get("t").tables().get(0);
  }

  static TableTarget target(TableSettings settings, TableLayout layout) {
    return UnpreparedTarget.of(settings, layout, CodecSettings.defaults());
  }

  static TableTarget target(String mapping, String... options) {
    return target(settings(mapping, options), LAYOUT);
  }

  /** Of the key {@code {"k": "a", "currency": "EUR"}}. */
  static SinkRecord record(Object value) {
    return record(Map.of("k", "a", "currency", "EUR"), value);
  }

  static SinkRecord record(Object key, Object value) {
    return new SinkRecord("t", 0, null, key, null, value, 0);
  }

  /** Of a record that was written at 7. */
  static List<Row> rows(TableTarget target, SinkRecord record) {
    List<Row> rows = new ArrayList<>();
    new TableRoute(target).rows(record, 7L, rows);
    return rows;
  }

  private static CqlIdentifier id(String name) {
    return CqlIdentifier.fromInternal(name);
  }
}
