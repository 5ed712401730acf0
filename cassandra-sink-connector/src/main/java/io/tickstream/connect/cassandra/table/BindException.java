package io.tickstream.connect.cassandra.table;

import org.apache.kafka.connect.errors.DataException;

/** A record that does not fit its table. The message names the column, never a value. */
public final class BindException extends DataException {
  private static final long serialVersionUID = 1L;

  BindException(String message) {
    super(message);
  }
}
