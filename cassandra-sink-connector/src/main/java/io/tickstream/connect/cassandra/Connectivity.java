package io.tickstream.connect.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.cassandra.session.OpeningFailures;
import io.tickstream.connect.cassandra.session.SessionFactory;
import io.tickstream.connect.cassandra.settings.AutoCreate;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import io.tickstream.connect.cassandra.settings.Problems;
import io.tickstream.connect.cassandra.settings.SecurityKeys;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableKeys;
import io.tickstream.connect.cassandra.settings.TableSettings;
import io.tickstream.connect.cassandra.settings.TopicSettings;
import io.tickstream.connect.cassandra.table.TablePreparer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.config.ConfigException;

/** Asks the cluster whether a configuration can work. */
final class Connectivity {
  private static final long LIMIT_SECONDS = 15;

  private final SinkSettings settings;
  private final Problems problems;

  Connectivity(SinkSettings settings, Problems problems) {
    this.settings = settings;
    this.problems = problems;
  }

  /** Notes what cannot; takes some seconds at most and leaves no session behind. */
  void check() {
    try (SessionFactory sessions = new SessionFactory(settings.connection())) {
      check(sessions.open().toCompletableFuture());
    }
  }

  private void check(CompletableFuture<CqlSession> opening) {
    try (CqlSession session = opening.get(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      SessionFactory.checkDataCentre(session, settings.connection());
      for (TopicSettings topic : settings.topics().values()) {
        for (TableSettings table : topic.tables()) {
          check(session, topic, table);
        }
      }
    } catch (ConfigException e) {
      problems.add(ConnectionKeys.LOCAL_DC, String.valueOf(e.getMessage()));
    } catch (ExecutionException e) {
      unreachable(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      close(opening);
      problems.add(ConnectionKeys.CONTACT_POINTS, "no answer within " + LIMIT_SECONDS + " s");
    } catch (InterruptedException e) {
      close(opening);
      Thread.currentThread().interrupt();
    }
  }

  private void unreachable(Throwable error) {
    boolean refused =
        error instanceof AllNodesFailedException all
            && all.getAllErrors().values().stream()
                .anyMatch(errors -> errors.stream().anyMatch(OpeningFailures::isRefusal));
    problems.add(
        refused ? SecurityKeys.USERNAME : ConnectionKeys.CONTACT_POINTS,
        refused ? "Cassandra refused the credentials" : "cannot be reached: " + error.getMessage());
  }

  private void check(CqlSession session, TopicSettings topic, TableSettings table) {
    if (table.creation().create() != AutoCreate.NONE || table.creation().alter()) {
      return;
    }
    String key = table.key(table.query() == null ? TableKeys.MAPPING : TableKeys.QUERY);
    try {
      new TablePreparer(session)
          .prepare(table, topic.codec(), null)
          .toCompletableFuture()
          .get(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      problems.add(key, String.valueOf(cause.getMessage()));
    } catch (TimeoutException e) {
      problems.add(key, "no answer within " + LIMIT_SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Whatever comes of it, nobody waits for it.
  private static void close(CompletableFuture<CqlSession> opening) {
    opening.thenAccept(CqlSession::forceCloseAsync);
  }
}
