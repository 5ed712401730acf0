package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import com.datastax.oss.driver.api.core.metadata.Metadata;
import com.datastax.oss.driver.api.core.metadata.schema.KeyspaceMetadata;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.failure.Failures;
import io.tickstream.connect.cassandra.failure.SchemaBehindException;
import io.tickstream.connect.cassandra.mapping.MappedColumn;
import io.tickstream.connect.cassandra.settings.TableKeys;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Makes targets out of settings, with an open session. Never blocks. */
public final class TablePreparer {
  private final CqlSession session;

  public TablePreparer(CqlSession session) {
    this.session = session;
  }

  /**
   * Creates what is missing as far as the settings allow, checks the mapping against the table and
   * prepares its statements. Fails with a {@link ConfigException} when they do not go together,
   * with what the driver throws otherwise.
   *
   * @param sample tells the types of what is created; null when there is no record yet
   */
  public CompletionStage<TableTarget> prepare(
      TableSettings settings, CodecSettings codec, @Nullable SinkRecord sample) {
    try {
      boolean waits =
          TableCreator.waitsForARow(TableTarget.absent(settings, codec, protocol(), null), sample);
      return new TableCreator(session, settings, sample, waits)
          .create()
          .thenCompose(created -> upToDate(settings))
          .thenCompose(metadata -> check(settings, codec, waits, metadata));
    } catch (ConfigException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What the driver does not know may have been created a moment ago. */
  private CompletionStage<Metadata> upToDate(TableSettings settings) {
    Metadata metadata = session.getMetadata();
    return TableLayout.in(metadata, settings.keyspace(), settings.table()).exists()
        ? CompletableFuture.completedFuture(metadata)
        : session.refreshSchemaAsync();
  }

  private CompletionStage<TableTarget> check(
      TableSettings wanted, CodecSettings codec, boolean waits, Metadata metadata) {
    TableLayout layout = TableLayout.in(metadata, wanted.keyspace(), wanted.table());
    SchemaWatch watch = new SchemaWatch(session::getMetadata, metadata, layout);
    if (!layout.exists()) {
      if (waits) {
        return CompletableFuture.completedFuture(
            TableTarget.absent(wanted, codec, protocol(), watch));
      }
      throw missing(wanted, metadata);
    }
    // What the sink is going to add as soon as a record tells its type.
    Predicate<MappedColumn> known =
        column ->
            column.isSpecial()
                || !wanted.creation().alter()
                || layout.column(column.column()) != null;
    TableSettings settings = wanted.query() == null ? wanted.withColumns(known) : wanted;
    List<String> problems = new ArrayList<>(TableCheck.problems(settings, layout));
    problems.addAll(ConstantCheck.problems(settings, layout, codec, protocol()));
    if (!problems.isEmpty()) {
      throw new ConfigException(
          settings.key(TableKeys.MAPPING) + ": " + String.join("; ", problems));
    }
    return prepare(settings, codec, layout, watch);
  }

  private CompletionStage<TableTarget> prepare(
      TableSettings settings, CodecSettings codec, TableLayout layout, SchemaWatch watch) {
    StatementTexts texts = new StatementTexts(settings, layout);
    boolean counter = layout.isCounter();
    boolean deterministic =
        settings.mapping().columns().stream().allMatch(c -> c.source().isDeterministic());
    String query = settings.query();
    Nature nature =
        query == null
            ? Nature.upsert(counter, deterministic)
            : Nature.of(query, counter, deterministic);
    CompletionStage<RowStatement> upsert =
        query == null
            ? statement(settings, texts.upsert(), nature)
            : statement(settings, query, nature)
                .thenApply(statement -> QueryCheck.checked(settings, statement));
    boolean deletes = settings.deletesEnabled() && TableCheck.mapsAllColumns(settings, layout);
    if (!deletes) {
      return upsert.thenApply(statement -> target(settings, layout, codec, watch, statement, null));
    }
    return upsert.thenCombine(
        statement(settings, texts.delete(), Nature.delete(counter)),
        (write, delete) -> target(settings, layout, codec, watch, write, delete));
  }

  private TableTarget target(
      TableSettings settings,
      TableLayout layout,
      CodecSettings codec,
      SchemaWatch watch,
      RowStatement upsert,
      @Nullable RowStatement delete) {
    return new TableTarget(settings, layout, codec, protocol(), upsert, delete, watch);
  }

  private ProtocolVersion protocol() {
    return session.getContext().getProtocolVersion();
  }

  private CompletionStage<RowStatement> statement(
      TableSettings settings, String cql, Nature nature) {
    boolean ours = settings.query() == null;
    return session
        .prepareAsync(cql)
        .handle(
            (statement, error) ->
                error == null ? CompletableFuture.completedFuture(statement) : refused(error, ours))
        .thenCompose(stage -> stage)
        .thenApply(
            statement ->
                RowStatement.of(
                    settings.qualifiedName(), statement, nature, settings.consistency()));
  }

  /**
   * A statement that was made from what the driver knows of the table can only be refused when
   * driver and node do not know the same. What the driver knows is read again: a table that has
   * really gone is then missing at the next attempt.
   */
  private CompletionStage<PreparedStatement> refused(Throwable error, boolean ours) {
    Throwable cause = Failures.unwrap(error);
    return ours && Failures.isOfSchema(cause)
        ? session
            .refreshSchemaAsync()
            .thenCompose(read -> CompletableFuture.failedFuture(new SchemaBehindException(cause)))
        : CompletableFuture.failedFuture(cause);
  }

  private static ConfigException missing(TableSettings settings, Metadata metadata) {
    Map<CqlIdentifier, KeyspaceMetadata> keyspaces = metadata.getKeyspaces();
    KeyspaceMetadata keyspace = keyspaces.get(settings.keyspace());
    return keyspace == null
        ? missing(
            settings, "keyspace " + settings.keyspace().asCql(true), settings.keyspace(), keyspaces)
        : missing(
            settings, "table " + settings.qualifiedName(), settings.table(), keyspace.getTables());
  }

  private static ConfigException missing(
      TableSettings settings, String what, CqlIdentifier name, Map<CqlIdentifier, ?> known) {
    CqlIdentifier lower = CqlIdentifier.fromInternal(name.asInternal().toLowerCase(Locale.ROOT));
    String hint =
        known.containsKey(lower)
            ? ", but there is " + lower.asCql(true) + ": names here are case-sensitive"
            : "; create it, or let the sink do so with " + TableKeys.AUTO_CREATE;
    return new ConfigException(
        settings.key(TableKeys.MAPPING) + ": " + what + " does not exist" + hint);
  }
}
