package io.tickstream.connect.cassandra.mapping;

import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Whether a record, or one element of it, becomes a row. Used by one thread at a time. */
@FunctionalInterface
public interface RecordPredicate {

  /**
   * Only what is certainly true passes: a comparison with a null or missing field does not.
   *
   * @param element of the table's {@code explode}; null without one
   */
  boolean test(SinkRecord record, @Nullable Object element);
}
