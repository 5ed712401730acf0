package io.tickstream.connect.cassandra.settings;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;

/** The settings below {@code topic.<topic>.<keyspace>.<table>.}. */
public final class TableKeys {
  public static final String MAPPING = "mapping";
  public static final String CONSISTENCY = "consistencyLevel";
  public static final String TTL = "ttl";
  public static final String TTL_UNIT = "ttlTimeUnit";
  public static final String TIMESTAMP_UNIT = "timestampTimeUnit";
  public static final String NULL_TO_UNSET = "nullToUnset";
  public static final String DELETES_ENABLED = "deletesEnabled";
  public static final String QUERY = "query";
  public static final String FILTER = "filter";
  public static final String EXPLODE = "explode";
  public static final String AUTO_CREATE = TableCreationKeys.AUTO_CREATE;
  public static final String AUTO_ALTER = TableCreationKeys.AUTO_ALTER;
  public static final String PRIMARY_KEY = "primaryKey";
  public static final String REPLICATION = "replication";
  public static final String TABLE_OPTIONS = "tableOptions";

  private TableKeys() {}

  /** A fresh definition; the names are what follows the table's. */
  public static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    new KeyGroup(definition, "Table")
        .add(
            MAPPING,
            ConfigDef.Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            new NonEmptyString(),
            Importance.HIGH,
            "Which part of a record fills which column: `symbol=key, price=value.price, …`.")
        .add(
            CONSISTENCY,
            ConfigDef.Type.STRING,
            "LOCAL_ONE",
            Choice.of(levelsOfWrites()),
            Importance.HIGH,
            "How many replicas must have a write before it counts as done.")
        .add(
            TTL,
            ConfigDef.Type.INT,
            -1,
            atLeast(-1),
            Importance.MEDIUM,
            "How long a row lives, in units of "
                + TTL_UNIT
                + " and rounded up to whole seconds; 0: for ever, -1: as the table says.")
        .add(
            TTL_UNIT,
            ConfigDef.Type.STRING,
            "SECONDS",
            units(),
            Importance.LOW,
            "Unit of "
                + TTL
                + " and of a field mapped to __ttl, which is rounded up to whole seconds, too.")
        .add(
            TIMESTAMP_UNIT,
            ConfigDef.Type.STRING,
            "MICROSECONDS",
            units(),
            Importance.LOW,
            "Unit of a field mapped to __timestamp.")
        .add(
            NULL_TO_UNSET,
            ConfigDef.Type.BOOLEAN,
            true,
            null,
            Importance.MEDIUM,
            "Whether a null leaves the column as it is instead of deleting its value.")
        .add(
            DELETES_ENABLED,
            ConfigDef.Type.BOOLEAN,
            true,
            null,
            Importance.MEDIUM,
            "Whether a tombstone, or a record in which everything but the primary key is null,"
                + " deletes the row; a null that has a default is none. Takes effect where all"
                + " columns of the table are mapped.")
        .add(
            QUERY,
            ConfigDef.Type.STRING,
            null,
            null,
            Importance.MEDIUM,
            "A statement of your own to prepare; its named bind markers are the mapping's columns,"
                + " and each has to be mapped."
                + " Excludes deletes.")
        .add(
            FILTER,
            ConfigDef.Type.STRING,
            null,
            null,
            Importance.MEDIUM,
            "Only records that match are written to this table: `value.price > 170 and"
                + " value.currency = 'USD'`.")
        .add(
            EXPLODE,
            ConfigDef.Type.STRING,
            null,
            null,
            Importance.MEDIUM,
            "Path of an array: one row per element, which the mapping names `element`.")
        .add(
            PRIMARY_KEY,
            ConfigDef.Type.STRING,
            null,
            null,
            Importance.MEDIUM,
            "Primary key of a table that the sink creates: `(symbol, day), event_time DESC`.")
        .add(
            AUTO_CREATE,
            ConfigDef.Type.STRING,
            null,
            Choice.of("none", "table", "keyspace").optional(),
            Importance.LOW,
            "As the connector's " + TableCreationKeys.AUTO_CREATE + ", for this table.")
        .add(
            AUTO_ALTER,
            ConfigDef.Type.BOOLEAN,
            null,
            null,
            Importance.LOW,
            "As the connector's " + TableCreationKeys.AUTO_ALTER + ", for this table.")
        .add(
            REPLICATION,
            ConfigDef.Type.STRING,
            "{'class': 'SimpleStrategy', 'replication_factor': 1}",
            new NonEmptyString(),
            Importance.LOW,
            "Replication map of a keyspace that the sink creates.")
        .add(
            TABLE_OPTIONS,
            ConfigDef.Type.STRING,
            null,
            null,
            Importance.LOW,
            "What follows WITH in the definition of a table that the sink creates, such as"
                + " `default_time_to_live = 86400`.");
    return definition;
  }

  static List<String> names() {
    return List.copyOf(definition().names());
  }

  /** The serial ones are for the reads of lightweight transactions; Cassandra refuses writes. */
  private static String[] levelsOfWrites() {
    return Arrays.stream(DefaultConsistencyLevel.values())
        .filter(level -> !level.isSerial())
        .map(Enum::name)
        .toArray(String[]::new);
  }

  private static Choice units() {
    return Choice.of(names(TimeUnit.values()));
  }

  private static String[] names(Enum<?>[] constants) {
    return Arrays.stream(constants).map(Enum::name).toArray(String[]::new);
  }
}
