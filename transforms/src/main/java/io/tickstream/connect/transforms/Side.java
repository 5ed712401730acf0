package io.tickstream.connect.transforms;

import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** The half of a record that a transform works on. */
enum Side {
  KEY,
  VALUE;

  @Nullable Schema schema(ConnectRecord<?> record) {
    return this == KEY ? record.keySchema() : record.valueSchema();
  }

  @Nullable Object value(ConnectRecord<?> record) {
    return this == KEY ? record.key() : record.value();
  }

  /** The same record with this half replaced. */
  <R extends ConnectRecord<R>> R with(R record, @Nullable Schema schema, @Nullable Object value) {
    return this == KEY
        ? record.newRecord(
            record.topic(),
            record.kafkaPartition(),
            schema,
            value,
            record.valueSchema(),
            record.value(),
            record.timestamp())
        : record.newRecord(
            record.topic(),
            record.kafkaPartition(),
            record.keySchema(),
            record.key(),
            schema,
            value,
            record.timestamp());
  }
}
