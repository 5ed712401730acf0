package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.codec.Encoder;
import io.tickstream.connect.cassandra.codec.Encoders;
import io.tickstream.connect.cassandra.mapping.Accessor;
import io.tickstream.connect.cassandra.mapping.Accessors;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.PrimaryKey;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A table as one topic is written to it: its statements, and binders compiled from them.
 *
 * @param delete null where rows are never deleted
 * @param watch null where the table does not change
 */
public record TableTarget(
    TableSettings settings,
    TableLayout layout,
    CodecSettings codec,
    ProtocolVersion protocol,
    RowStatement upsert,
    @Nullable RowStatement delete,
    @Nullable SchemaWatch watch) {
  /**
   * The names under which a write time may be bound in a statement of the user's: ours,
   * Cassandra's, and those that versions of the DataStax sink have.
   */
  static final Set<String> STAMPS =
      Set.of(
          MappedColumn.TIMESTAMP,
          "[timestamp]",
          "kafka_internal_timestamp",
          "message_internal_timestamp");

  /** The same, of a time to live. */
  static final Set<String> TTLS =
      Set.of(MappedColumn.TTL, "[ttl]", "kafka_internal_ttl", "message_internal_ttl");

  private static final ByteBuffer SOMETHING = ByteBuffer.allocate(0);

  /** Of columns whose type is not known. */
  private static final Encoder UNTYPED = value -> value == null ? null : SOMETHING;

  /** Of a table that does not change. */
  public TableTarget(
      TableSettings settings,
      TableLayout layout,
      CodecSettings codec,
      ProtocolVersion protocol,
      RowStatement upsert,
      @Nullable RowStatement delete) {
    this(settings, layout, codec, protocol, upsert, delete, null);
  }

  /**
   * Of a table that is not there yet. Its binders know which columns will be keys, but no types:
   * what they make shows whether a record gives a row, and goes nowhere.
   */
  static TableTarget absent(
      TableSettings settings,
      CodecSettings codec,
      ProtocolVersion protocol,
      @Nullable SchemaWatch watch) {
    RowStatement nothing =
        new RowStatement(
            settings.qualifiedName(),
            List.of(),
            List.of(),
            Nature.upsert(false, true),
            settings.consistency(),
            null);
    TableLayout none = new TableLayout(settings.keyspace(), settings.table(), List.of());
    return new TableTarget(settings, none, codec, protocol, nothing, null, watch);
  }

  /** Whether there is a table yet; without one, there is nothing that a tombstone could delete. */
  boolean exists() {
    return layout.exists();
  }

  /** Compiles for records of these schemas; null where they carry none. */
  public RowBinder binder(
      @Nullable Schema keySchema, @Nullable Schema valueSchema, @Nullable Schema elementSchema) {
    List<MappedColumn> mapped = settings.mapping().columns();
    List<Accessor> accessors =
        Accessors.compile(settings.mapping(), keySchema, valueSchema, elementSchema);
    List<BinderColumn> columns = new ArrayList<>();
    SpecialColumns ttl = null;
    SpecialColumns timestamp = null;
    for (int i = 0; i < mapped.size(); i++) {
      MappedColumn column = mapped.get(i);
      Accessor accessor = accessors.get(i);
      switch (column.column()) {
        case MappedColumn.TTL ->
            ttl = new SpecialColumns(accessor, codec, settings.ttlUnit(), protocol);
        case MappedColumn.TIMESTAMP ->
            timestamp = new SpecialColumns(accessor, codec, settings.timestampUnit(), protocol);
        default -> addColumn(columns, column, accessor);
      }
    }
    return new RowBinder(
        new BinderParts(
            columns,
            upsert,
            indices(STAMPS),
            indices(TTLS),
            ttl,
            timestamp,
            settings.nullToUnset(),
            mapped.stream().anyMatch(column -> Sources.readsValue(column.source())),
            deleteBinder(columns)));
  }

  boolean hasChanged() {
    return watch != null && watch.hasChanged();
  }

  /** Whether columns are mapped that are not in the table yet. */
  boolean lacksColumnsOf(TableSettings wanted) {
    return settings.mapping().columns().size() != wanted.mapping().columns().size();
  }

  private void addColumn(List<BinderColumn> columns, MappedColumn column, Accessor accessor) {
    List<Integer> indices = indices(Set.of(column.column()));
    if (indices.isEmpty() && exists()) {
      return;
    }
    columns.add(
        new BinderColumn(
            settings.qualifiedName()
                + '.'
                + column.column()
                + " from "
                + Sources.text(column.source()),
            accessor,
            exists() ? encoder(column.column(), indices.get(0), accessor) : UNTYPED,
            indices,
            isKey(column.column()),
            Sources.isConstant(column.source())));
  }

  private Encoder encoder(String column, int index, Accessor accessor) {
    return Encoders.compile(type(column, index), accessor.schema(), codec, protocol);
  }

  /**
   * The driver keeps prepared statements by their text, with the types that the table had then; the
   * table itself knows better.
   */
  private DataType type(String name, int index) {
    TableLayout.Column column = layout.column(name);
    return settings.query() == null && column != null
        ? column.type()
        : upsert.variables().get(index).type();
  }

  /** In a statement of the user's nothing is known to be a key, once the table is there. */
  private boolean isKey(String name) {
    if (!exists()) {
      String wanted = settings.creation().primaryKey();
      return wanted != null && PrimaryKey.parse(wanted).columns().contains(name);
    }
    TableLayout.Column column = layout.column(name);
    return settings.query() == null && column != null && column.kind().isKey();
  }

  private @Nullable DeleteBinder deleteBinder(List<BinderColumn> columns) {
    if (delete == null) {
      return null;
    }
    List<RowStatement.Variable> variables = delete.variables();
    int[] sources = new int[variables.size()];
    for (int i = 0; i < sources.length; i++) {
      List<Integer> indices = indices(Set.of(variables.get(i).name()));
      boolean stamp = STAMPS.contains(variables.get(i).name());
      sources[i] = stamp || indices.isEmpty() ? -1 : indices.get(0);
    }
    boolean hasValues = columns.stream().anyMatch(column -> !column.key() && !column.constant());
    return new DeleteBinder(Objects.requireNonNull(delete), sources, hasValues);
  }

  /** All of them: a marker may be used more than once. */
  private List<Integer> indices(Set<String> names) {
    List<RowStatement.Variable> variables = upsert.variables();
    return IntStream.range(0, variables.size())
        .filter(i -> names.contains(variables.get(i).name()))
        .boxed()
        .toList();
  }
}
