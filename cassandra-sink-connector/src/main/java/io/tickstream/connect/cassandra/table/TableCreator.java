package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import com.datastax.oss.driver.api.core.metadata.schema.TableMetadata;
import com.datastax.oss.driver.api.core.servererrors.AlreadyExistsException;
import com.datastax.oss.driver.api.core.servererrors.InvalidQueryException;
import com.datastax.oss.driver.api.core.type.DataType;
import io.tickstream.connect.cassandra.codec.ColumnNames;
import io.tickstream.connect.cassandra.failure.Failures;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.AutoCreate;
import io.tickstream.connect.cassandra.settings.PrimaryKey;
import io.tickstream.connect.cassandra.settings.TableKeys;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates what a table lacks, as far as its settings allow. Never blocks; the driver itself waits
 * for the nodes to agree on the schema. Several tasks may do this at once: whoever comes second
 * finds it done.
 */
final class TableCreator {
  private static final Logger LOG = LoggerFactory.getLogger(TableCreator.class);

  private final CqlSession session;
  private final TableSettings settings;
  private final @Nullable SinkRecord sample;
  private final boolean waits;

  /**
   * For one record.
   *
   * @param waits see {@link #waitsForARow}
   */
  TableCreator(
      CqlSession session, TableSettings settings, @Nullable SinkRecord sample, boolean waits) {
    this.session = session;
    this.settings = settings;
    this.sample = sample;
    this.waits = waits;
  }

  /**
   * Whether the table, if it is to be created, has to wait for another record: a tombstone tells no
   * types, and has nothing to delete yet; and a record that gives no row tells of none.
   */
  static boolean waitsForARow(TableTarget absent, @Nullable SinkRecord sample) {
    TableSettings settings = absent.settings();
    if (sample == null || settings.creation().create() == AutoCreate.NONE) {
      return false;
    }
    return sample.value() == null
        ? settings.mapping().columns().stream()
            .anyMatch(column -> Sources.readsValue(column.source()))
        : !new TableRoute(absent).givesARow(sample);
  }

  CompletionStage<?> create() {
    if (waits && table() == null) {
      return done();
    }
    AutoCreate create = settings.creation().create();
    return keyspace() == null && create == AutoCreate.KEYSPACE
        ? execute(Definitions.keyspace(settings)).thenCompose(done -> createTable())
        : createTable();
  }

  private CompletionStage<?> createTable() {
    if (keyspace() == null) {
      return done();
    }
    TableMetadata table = table();
    if (table != null) {
      return settings.creation().alter() ? addColumns(TableLayout.of(table)) : done();
    }
    if (settings.creation().create() == AutoCreate.NONE) {
      return done();
    }
    PrimaryKey key = PrimaryKey.parse(String.valueOf(settings.creation().primaryKey()));
    Map<String, DataType> types = types();
    for (String column : key.columns()) {
      if (!types.containsKey(column)) {
        throw unknown(column);
      }
    }
    requireAllUnlessAlterable(types);
    List<List<String>> collisions = ColumnNames.differingOnlyInCase(types.keySet());
    if (!collisions.isEmpty()) {
      LOG.warn(
          "Columns of {} differ only in case and have to be quoted in queries: {}",
          settings.qualifiedName(),
          collisions);
    }
    return execute(Definitions.table(settings, key, types));
  }

  private void requireAllUnlessAlterable(Map<String, DataType> types) {
    if (settings.creation().alter()) {
      // The rest follows with the first record that tells.
      return;
    }
    for (MappedColumn column : settings.mapping().columns()) {
      if (!column.isSpecial() && !types.containsKey(column.column())) {
        throw unknown(column.column());
      }
    }
  }

  private ConfigException unknown(String column) {
    return new ConfigException(
        settings.key(TableKeys.AUTO_CREATE)
            + ": the first record does not tell the type of column "
            + column
            + " of "
            + settings.qualifiedName()
            + "; create the table yourself, or set "
            + settings.key(TableKeys.AUTO_ALTER)
            + "=true if it is not part of the key");
  }

  private CompletionStage<?> addColumns(TableLayout layout) {
    CompletionStage<?> chain = done();
    for (Map.Entry<String, DataType> column : types().entrySet()) {
      if (layout.column(column.getKey()) == null) {
        String cql = Definitions.column(settings, column.getKey(), column.getValue());
        chain = chain.thenCompose(before -> execute(cql));
      }
    }
    return chain;
  }

  private Map<String, DataType> types() {
    return sample == null
        ? Map.of()
        : ColumnTypes.of(
            settings, sample, new RowSelection(settings, sample.keySchema(), sample.valueSchema()));
  }

  /** A change that somebody else has just made is as good as ours. */
  private CompletionStage<?> execute(String cql) {
    LOG.info("Changing the schema: {}", cql);
    return session
        .executeAsync(cql)
        .handle(
            (result, error) -> {
              if (error == null) {
                // IF NOT EXISTS that finds another task's work brings no news of it.
                return session.refreshSchemaAsync();
              }
              Throwable cause = Failures.unwrap(error);
              boolean perhapsThere =
                  cause instanceof AlreadyExistsException || cause instanceof InvalidQueryException;
              return perhapsThere && isThere(cause)
                  ? session.refreshSchemaAsync()
                  : CompletableFuture.<Object>failedFuture(cause);
            })
        .thenCompose(stage -> stage);
  }

  private static boolean isThere(Throwable cause) {
    String message = String.valueOf(cause.getMessage());
    return cause instanceof AlreadyExistsException
        || message.contains("already exist")
        || message.contains("conflicts with an existing column");
  }

  private static CompletionStage<?> done() {
    return CompletableFuture.completedFuture(null);
  }

  private @Nullable KeyspaceMetadata keyspace() {
    return session.getMetadata().getKeyspaces().get(settings.keyspace());
  }

  private @Nullable TableMetadata table() {
    KeyspaceMetadata keyspace = keyspace();
    return keyspace == null ? null : keyspace.getTables().get(settings.table());
  }
}
