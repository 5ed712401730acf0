package io.tickstream.connect.cassandra.session;

import com.datastax.oss.driver.api.core.CqlSession;
import java.util.concurrent.CompletableFuture;

/** A task's share in a session. */
public interface SessionLease extends AutoCloseable {

  /**
   * Completes when the session is open. While Cassandra cannot be reached it stays incomplete; it
   * fails when no attempt can succeed, as with credentials that stay refused.
   */
  CompletableFuture<CqlSession> session();

  /** Gives the share back; the last one closes the session. Does not wait. */
  @Override
  void close();
}
