package io.tickstream.connect.cassandra.settings;

import com.datastax.oss.driver.api.core.ConsistencyLevel;
import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import io.tickstream.connect.cassandra.mapping.ColumnSource;
import io.tickstream.connect.cassandra.mapping.Exploder;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.mapping.Mapping;
import io.tickstream.connect.cassandra.mapping.MappingSyntaxException;
import io.tickstream.connect.cassandra.mapping.RecordFilter;
import io.tickstream.connect.expressions.ExpressionSyntaxException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** Reads the settings of one table. */
final class TableReader {
  private static final int MAX_TTL_SECONDS = 630_720_000;

  private final Problems problems;
  private final boolean cloud;
  private final AutoCreate autoCreate;
  private final boolean autoAlter;

  TableReader(Problems problems, boolean cloud, AutoCreate autoCreate, boolean autoAlter) {
    this.problems = problems;
    this.cloud = cloud;
    this.autoCreate = autoCreate;
    this.autoAlter = autoAlter;
  }

  /** One table, or none with the problems noted. */
  List<TableSettings> read(TopicKey.Table owner, Map<String, String> given) {
    String prefix = owner.prefix();
    Map<String, Object> values =
        TopicsReader.values(TableKeys.definition(), given, prefix, problems);
    CqlIdentifier keyspace = identifier(owner.keyspace(), prefix);
    CqlIdentifier table = identifier(owner.table(), prefix);
    Mapping mapping = mapping(prefix, optional(values, TableKeys.MAPPING));
    RecordFilter filter = parsed(prefix, TableKeys.FILTER, values, RecordFilter::parse);
    Exploder explode = parsed(prefix, TableKeys.EXPLODE, values, Exploder::parse);
    String query = optional(values, TableKeys.QUERY);
    boolean deletes = flag(values, TableKeys.DELETES_ENABLED);
    if (query != null && deletes && given.containsKey(TableKeys.DELETES_ENABLED)) {
      problems.add(
          prefix + TableKeys.QUERY,
          "excludes deletes; set " + prefix + TableKeys.DELETES_ENABLED + "=false or remove query");
    }
    TableSettings.Creation creation = creation(values);
    checkCreation(prefix, creation, mapping);
    checkTtl(prefix, values);
    if (keyspace == null || table == null || mapping == null) {
      return List.of();
    }
    if (optional(values, TableKeys.EXPLODE) == null && readsElements(mapping)) {
      problems.add(
          prefix + TableKeys.MAPPING,
          "reads element, but " + prefix + TableKeys.EXPLODE + " is not set");
    }
    return List.of(
        new TableSettings(
            prefix,
            keyspace,
            table,
            mapping,
            consistency(text(values, TableKeys.CONSISTENCY)),
            (Integer) values.getOrDefault(TableKeys.TTL, -1),
            unit(values, TableKeys.TTL_UNIT),
            unit(values, TableKeys.TIMESTAMP_UNIT),
            flag(values, TableKeys.NULL_TO_UNSET),
            deletes && query == null,
            query,
            filter,
            explode,
            creation));
  }

  private TableSettings.Creation creation(Map<String, Object> values) {
    String create = optional(values, TableKeys.AUTO_CREATE);
    Object alter = values.get(TableKeys.AUTO_ALTER);
    return new TableSettings.Creation(
        create == null ? autoCreate : AutoCreate.valueOf(Choice.upper(create)),
        alter == null ? autoAlter : (Boolean) alter,
        optional(values, TableKeys.PRIMARY_KEY),
        text(values, TableKeys.REPLICATION),
        optional(values, TableKeys.TABLE_OPTIONS));
  }

  private void checkCreation(
      String prefix, TableSettings.Creation creation, @Nullable Mapping mapping) {
    String key = creation.primaryKey();
    if (key == null) {
      if (creation.create() != AutoCreate.NONE) {
        problems.add(
            prefix + TableKeys.PRIMARY_KEY,
            "is required with " + TableKeys.AUTO_CREATE + ", as in (symbol, day), event_time DESC");
      }
      return;
    }
    try {
      for (String column : PrimaryKey.parse(key).columns()) {
        if (mapping != null
            && mapping.columns().stream().noneMatch(mapped -> mapped.column().equals(column))) {
          problems.add(prefix + TableKeys.PRIMARY_KEY, "nothing is mapped to column " + column);
        }
      }
    } catch (ConfigException e) {
      problems.add(prefix + TableKeys.PRIMARY_KEY, String.valueOf(e.getMessage()));
    }
  }

  private <T> @Nullable T parsed(
      String prefix, String name, Map<String, Object> values, Function<String, T> parser) {
    String text = optional(values, name);
    if (text == null) {
      return null;
    }
    try {
      return parser.apply(text);
    } catch (MappingSyntaxException | ExpressionSyntaxException e) {
      problems.add(prefix + name, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static boolean readsElements(Mapping mapping) {
    return mapping.columns().stream()
        .anyMatch(column -> column.source().reads(ColumnSource.Root.ELEMENT));
  }

  private void checkTtl(String prefix, Map<String, Object> values) {
    int ttl = (Integer) values.getOrDefault(TableKeys.TTL, -1);
    TimeUnit unit = unit(values, TableKeys.TTL_UNIT);
    if (ttl > 0 && TableSettings.ttlSeconds(ttl, unit) > MAX_TTL_SECONDS) {
      problems.add(
          prefix + TableKeys.TTL,
          "is more than the "
              + MAX_TTL_SECONDS
              + " seconds (20 years) that Cassandra takes; its unit is "
              + TableKeys.TTL_UNIT);
    }
  }

  /** Null, with the problem noted, when it is wrong; when it is missing, that has been told. */
  private @Nullable Mapping mapping(String prefix, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      Mapping mapping = Mapping.parse(text);
      if (mapping.columns().stream().allMatch(MappedColumn::isSpecial)) {
        problems.add(prefix + TableKeys.MAPPING, "maps no column");
        return null;
      }
      return mapping;
    } catch (MappingSyntaxException e) {
      problems.add(prefix + TableKeys.MAPPING, String.valueOf(e.getMessage()));
      return null;
    }
  }

  /** A quoted identifier is read as CQL; any other is taken as it is, case included. */
  private @Nullable CqlIdentifier identifier(String written, String prefix) {
    if (!written.startsWith("\"")) {
      return CqlIdentifier.fromInternal(written);
    }
    try {
      return CqlIdentifier.fromCql(written);
    } catch (IllegalArgumentException e) {
      problems.add(prefix + TableKeys.MAPPING, written + " is no CQL identifier");
      return null;
    }
  }

  private ConsistencyLevel consistency(String text) {
    ConsistencyLevel level = DefaultConsistencyLevel.valueOf(Choice.upper(text));
    boolean weak =
        level == ConsistencyLevel.ANY
            || level == ConsistencyLevel.ONE
            || level == ConsistencyLevel.LOCAL_ONE;
    return cloud && weak ? ConsistencyLevel.LOCAL_QUORUM : level;
  }

  private static TimeUnit unit(Map<String, Object> values, String name) {
    return TimeUnit.valueOf(Choice.upper(text(values, name)));
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.get(name));
  }

  private static boolean flag(Map<String, Object> values, String name) {
    return Boolean.TRUE.equals(values.get(name));
  }

  private static @Nullable String optional(Map<String, Object> values, String name) {
    Object value = values.get(name);
    return value == null || value.toString().isBlank() ? null : value.toString();
  }
}
