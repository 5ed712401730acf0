package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens one session, trying again for as long as Cassandra cannot be reached, and for a while when
 * it refuses the credentials. Its thread ends when the session is open, cannot be opened, or is not
 * wanted any more.
 */
final class SessionOpener implements AutoCloseable {
  /** A new cluster makes its first role ten seconds after its start, and if it fails, ten later. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Logger LOG = LoggerFactory.getLogger(SessionOpener.class);
  private static final long CLOSE_SECONDS = 5;

  private final ConnectionSettings settings;
  private final SessionFactory sessions;
  private final LongSupplier nanoTime;
  private final CompletableFuture<CqlSession> session = new CompletableFuture<>();

  /** Made where the opener is, so that its lines name the task that asked first. */
  private final FailureLog failures = new FailureLog(LOG, System::nanoTime);

  private final Thread thread;
  private volatile boolean closed;

  /** Since when every attempt was refused; null after any other. Used by the thread only. */
  private @Nullable Long refusedSinceNanos;

  SessionOpener(ConnectionSettings settings, LongSupplier nanoTime) {
    this.settings = settings;
    this.nanoTime = nanoTime;
    this.sessions = new SessionFactory(settings);
    thread = new Thread(this::run, "tickstream-cassandra-session");
    thread.setDaemon(true);
  }

  SessionOpener start() {
    thread.start();
    return this;
  }

  CompletableFuture<CqlSession> session() {
    return session;
  }

  private void run() {
    Backoff backoff =
        new Backoff(
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            bound -> ThreadLocalRandom.current().nextLong(bound));
    for (int attempt = 1; !closed; attempt++) {
      CompletableFuture<CqlSession> opening = sessions.open().toCompletableFuture();
      try {
        opened(opening.get());
        return;
      } catch (ExecutionException e) {
        Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
        if (givesUp(cause)) {
          return;
        }
      } catch (InterruptedException e) {
        endLater(opening);
        return;
      } catch (Throwable t) {
        session.completeExceptionally(t);
        return;
      }
      try {
        TimeUnit.NANOSECONDS.sleep(Math.max(100_000_000, backoff.pauseNanos(attempt)));
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void opened(CqlSession open) {
    try {
      SessionFactory.checkDataCentre(open, settings);
      if (session.complete(open)) {
        return;
      }
    } catch (ConfigException e) {
      session.completeExceptionally(e);
    }
    // Nobody wants it any more.
    end(open);
  }

  /** Whether it leaves it at this failure, which is then the session's. */
  private boolean givesUp(Throwable error) {
    if (OpeningFailures.isRefused(error)) {
      return isOutOfPatience(error);
    }
    refusedSinceNanos = null;
    if (OpeningFailures.isHopeless(error)) {
      session.completeExceptionally(error);
      return true;
    }
    failures.warn("Cassandra cannot be reached yet; trying again", error);
    return false;
  }

  private boolean isOutOfPatience(Throwable refusal) {
    long now = nanoTime.getAsLong();
    if (refusedSinceNanos == null) {
      refusedSinceNanos = now;
    }
    if (now - refusedSinceNanos < PATIENCE.toNanos()) {
      failures.warn("Cassandra refuses the credentials; trying again for a while", refusal);
      return false;
    }
    session.completeExceptionally(
        new ConnectException(
            "Cassandra refused the credentials for "
                + PATIENCE.toSeconds()
                + " s; check auth.provider, auth.username and auth.password",
            refusal));
    return true;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Whatever comes of it, nobody waits for it.
  private static void endLater(CompletableFuture<CqlSession> opening) {
    opening.thenAccept(SessionOpener::end);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Nobody is left who could do anything about it.
  private static void end(CqlSession open) {
    open.closeAsync()
        .toCompletableFuture()
        // A copy: the driver takes a session whose own future has ended for closed.
        .copy()
        .orTimeout(CLOSE_SECONDS, TimeUnit.SECONDS)
        .whenComplete((done, late) -> open.forceCloseAsync());
  }

  /** Does not wait: the session has some seconds to end by itself. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    if (!session.completeExceptionally(new ConnectException("the task was stopped"))
        && !session.isCompletedExceptionally()) {
      end(session.join());
    }
    sessions.close();
  }
}
