package io.tickstream.connect.cassandra.failure;

import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record that can never be written as it is, or of which nobody knows whether it was. The message
 * says which record, which table and why; it never holds a value.
 */
public final class DataError extends DataException {
  private static final long serialVersionUID = 1L;

  /** Who noticed. */
  public enum Origin {
    /** The record does not fit the mapping or the table. */
    MAPPING,
    /** Cassandra refused it. */
    CASSANDRA,
    /** It may or may not have been written, and writing it again would not be the same. */
    UNKNOWN_OUTCOME
  }

  private final Origin origin;

  public DataError(Origin origin, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.origin = origin;
  }

  public Origin origin() {
    return origin;
  }

  /** Where the record stands in Kafka, under the name it has there. */
  public static String place(SinkRecord record) {
    return "topic "
        + record.originalTopic()
        + " partition "
        + record.originalKafkaPartition()
        + " offset "
        + record.originalKafkaOffset();
  }
}
