package io.tickstream.connect.transforms;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** A configured transform: what {@link RecordTransform} hands each record to. */
interface Operation<R extends ConnectRecord<R>> {
  /**
   * The transformed record, {@code record} itself when nothing changes, or null to drop it.
   *
   * @param content the half of the record worked on
   * @throws io.tickstream.connect.transforms.edit.FieldFault for a record that cannot be
   *     transformed
   */
  @Nullable R apply(R record, @Nullable Schema schema, Object content);

  /** Gives back what the operation registered. */
  default void close() {}
}
