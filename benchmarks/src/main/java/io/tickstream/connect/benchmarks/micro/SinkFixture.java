package io.tickstream.connect.benchmarks.micro;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.benchmarks.load.RecordSchema;
import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.load.Table;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import io.tickstream.connect.cassandra.table.Nature;
import io.tickstream.connect.cassandra.table.RowStatement;
import io.tickstream.connect.cassandra.table.TableLayout;
import io.tickstream.connect.cassandra.table.TableLayout.Column;
import io.tickstream.connect.cassandra.table.TableLayout.Kind;
import io.tickstream.connect.cassandra.table.TableTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.sink.SinkRecord;

/** The sink as configured for the table of the benchmarks, with nothing behind it. */
public final class SinkFixture {

  /** The topic of its records, with one partition. */
  public static final String TOPIC = "ticks";

  private static final String KEYSPACE = "benchmarks";

  /** Of a sink for the topic. */
  public final SinkSettings settings;

  /** The table. */
  public final TableTarget target;

  private final Rows rows;
  private final RecordSchema schema;
  private final boolean asMap;

  /** A table with as many columns as the rows, whose records are Structs or Maps. */
  public SinkFixture(Rows rows, boolean asMap) {
    this.rows = rows;
    this.schema = new RecordSchema(rows);
    this.asMap = asMap;
    this.settings =
        SinkSettings.of(
            Map.of(
                "name",
                "micro",
                "topics",
                TOPIC,
                "topic.%s.%s.%s.mapping".formatted(TOPIC, KEYSPACE, TOPIC),
                Table.mapping(rows.columns())));
    TopicSettings topic = Objects.requireNonNull(settings.topics().get(TOPIC));
    TableLayout layout = layout(rows.columns());
    this.target =
        new TableTarget(
            topic.tables().get(0),
            layout,
            topic.codec(),
            ProtocolVersion.DEFAULT,
            insert(layout),
            null);
  }

  /** A record of the topic's only partition whose offset is the row. */
  public SinkRecord record(long row) {
    SchemaAndValue value = asMap ? schema.map(row) : schema.struct(row);
    return new SinkRecord(
        TOPIC,
        0,
        Schema.STRING_SCHEMA,
        Rows.name(rows.symbol(row)),
        value.schema(),
        value.value(),
        row,
        rows.ts(row),
        TimestampType.CREATE_TIME);
  }

  private static TableLayout layout(int columns) {
    List<Column> all = new ArrayList<>();
    all.add(column("symbol", DataTypes.TEXT, Kind.PARTITION));
    all.add(column("ts", DataTypes.TIMESTAMP, Kind.CLUSTERING));
    all.add(column("price", DataTypes.DOUBLE, Kind.REGULAR));
    all.add(column("volume", DataTypes.BIGINT, Kind.REGULAR));
    for (int i = Rows.FIXED_COLUMNS + 1; i <= columns; i++) {
      all.add(column("c" + i, DataTypes.DOUBLE, Kind.REGULAR));
    }
    return new TableLayout(
        CqlIdentifier.fromInternal(KEYSPACE), CqlIdentifier.fromInternal(TOPIC), all);
  }

  private static Column column(String name, DataType type, Kind kind) {
    return new Column(CqlIdentifier.fromInternal(name), type, kind);
  }

  private static RowStatement insert(TableLayout layout) {
    List<RowStatement.Variable> variables = new ArrayList<>();
    layout
        .columns()
        .forEach(
            column ->
                variables.add(
                    new RowStatement.Variable(column.name().asInternal(), column.type())));
    variables.add(new RowStatement.Variable(MappedColumn.TIMESTAMP, DataTypes.BIGINT));
    return new RowStatement(
        layout.qualifiedName(),
        variables,
        List.of(0),
        new Nature(true, false, false, true),
        DefaultConsistencyLevel.LOCAL_ONE,
        null);
  }
}
