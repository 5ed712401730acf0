package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.table.RowStatement.Variable;
import java.util.ArrayList;
import java.util.List;

/** Targets without a session, for measuring and testing everything up to the wire. */
public final class UnpreparedTarget {

  private UnpreparedTarget() {}

  /** The variables that Cassandra would report for the statements of this table. */
  public static TableTarget of(TableSettings settings, TableLayout layout, CodecSettings codec) {
    boolean deterministic =
        settings.mapping().columns().stream().allMatch(c -> c.source().isDeterministic());
    RowStatement upsert =
        statement(settings, layout, false, Nature.upsert(layout.isCounter(), deterministic));
    boolean deletes = settings.deletesEnabled() && TableCheck.mapsAllColumns(settings, layout);
    RowStatement delete =
        deletes ? statement(settings, layout, true, Nature.delete(layout.isCounter())) : null;
    return new TableTarget(settings, layout, codec, ProtocolVersion.V5, upsert, delete);
  }

  private static RowStatement statement(
      TableSettings settings, TableLayout layout, boolean onlyKeys, Nature nature) {
    List<Variable> variables = new ArrayList<>();
    List<Integer> partitionKey = new ArrayList<>();
    for (TableLayout.Column column : layout.columns()) {
      if (settings.maps(column.name().asInternal()) && (!onlyKeys || column.kind().isKey())) {
        if (column.kind() == TableLayout.Kind.PARTITION) {
          partitionKey.add(variables.size());
        }
        variables.add(new Variable(column.name().asInternal(), column.type()));
      }
    }
    if (!nature.counter()) {
      variables.add(new Variable(MappedColumn.TIMESTAMP, DataTypes.BIGINT));
    }
    if (settings.maps(MappedColumn.TTL) && !onlyKeys) {
      variables.add(new Variable(MappedColumn.TTL, DataTypes.INT));
    }
    return new RowStatement(
        settings.qualifiedName(), variables, partitionKey, nature, settings.consistency(), null);
  }
}
