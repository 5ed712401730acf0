package io.tickstream.connect.cassandra.mapping;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads one column's value out of a record. Compiled for one pair of key and value schemas, yet
 * right for others too. Used by one thread at a time.
 */
public interface Accessor {

  /** There is no such field, header or array element; not the same as one that is null. */
  Object MISSING =
      new Object() {
        @Override
        public String toString() {
          return "MISSING";
        }
      };

  /**
   * Reads the column's value.
   *
   * @param element of the table's {@code explode}; null without one
   * @return a value as Connect has it, null, or {@link #MISSING}
   * @throws io.tickstream.connect.cassandra.codec.ConversionException when the path leads through
   *     something that has no fields
   */
  @Nullable Object read(SinkRecord record, @Nullable Object element);

  /** Of the values read; null where values carry none or it differs from record to record. */
  @Nullable Schema schema();
}
