package io.tickstream.connect.cassandra.failure;

/**
 * The driver sees a table that the node asked does not know yet: the table was created a moment
 * ago, by another task say. Worth another attempt.
 */
public final class SchemaBehindException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SchemaBehindException(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
