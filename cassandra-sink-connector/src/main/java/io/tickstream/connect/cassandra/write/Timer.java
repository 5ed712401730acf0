package io.tickstream.connect.cassandra.write;

/** Runs something a little later. */
public interface Timer extends AutoCloseable {

  /** Does nothing once closed. */
  void schedule(Runnable action, long delayNanos);

  /** Forgets what has not run yet; does not wait. */
  @Override
  void close();
}
