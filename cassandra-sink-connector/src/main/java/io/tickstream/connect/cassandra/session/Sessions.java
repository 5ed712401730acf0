package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sessions of this worker, one per distinct {@link ConnectionSettings}, shared by all tasks
 * that have equal ones. Thread-safe.
 */
public final class Sessions {
  private static final Sessions OF_WORKER = new Sessions();

  private final Map<ConnectionSettings, Shared> shared = new HashMap<>();

  Sessions() {}

  public static Sessions ofWorker() {
    return OF_WORKER;
  }

  /**
   * Opens a session in the background unless there is one, or one that may still come. Does no I/O
   * itself.
   */
  public synchronized SessionLease lease(ConnectionSettings settings) {
    Shared session = shared.get(settings);
    if (session == null || session.opener.session().isCompletedExceptionally()) {
      // Who holds a failed one gives it back in time; who is started now is to have another chance.
      session = new Shared(new SessionOpener(settings, System::nanoTime).start());
      shared.put(settings, session);
    }
    session.leases++;
    return new Lease(settings, session);
  }

  private synchronized void giveBack(ConnectionSettings settings, Shared session) {
    if (--session.leases == 0) {
      // Removed before it is closed: whoever comes now gets a new one, never one that is closing.
      shared.remove(settings, session);
      session.opener.close();
    }
  }

  synchronized int open() {
    return shared.size();
  }

  private static final class Shared {
    private final SessionOpener opener;
    private int leases;

    Shared(SessionOpener opener) {
      this.opener = opener;
    }
  }

  private final class Lease implements SessionLease {
    private final ConnectionSettings settings;
    private final Shared session;
    private final AtomicBoolean closed = new AtomicBoolean();

    Lease(ConnectionSettings settings, Shared session) {
      this.settings = settings;
      this.session = session;
    }

    @Override
    public CompletableFuture<CqlSession> session() {
      return session.opener.session();
    }

    @Override
    public void close() {
      if (closed.compareAndSet(false, true)) {
        giveBack(settings, session);
      }
    }
  }
}
