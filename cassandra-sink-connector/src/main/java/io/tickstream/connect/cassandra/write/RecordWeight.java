package io.tickstream.connect.cassandra.write;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * About how much of the heap the records take that wait for their outcome: each is kept for the
 * dead letter queue, whatever little of it is mapped. Looks at one record of each poll only.
 * Guarded by the pipeline's lock.
 */
final class RecordWeight {
  /** A record with what accompanies it, apart from its key, its value and its headers. */
  private static final long RECORD = 200;

  private static final long REFERENCE = 4;
  private static final long OBJECT = 24;

  private long bytes = RECORD;
  private double recordsPerRow = 1;

  /** Believes a heavy record at once, and light ones slowly. */
  void look(SinkRecord record) {
    long seen = RECORD + weigh(record.key()) + weigh(record.value());
    for (Header header : record.headers()) {
      seen += OBJECT + weigh(header.key()) + weigh(header.value());
    }
    bytes = seen >= bytes ? seen : bytes - (bytes - seen) / 8;
  }

  /** So many records have become so many rows; those of one record share its weight. */
  void mapped(int records, int rows) {
    if (rows > 0) {
      recordsPerRow = Math.min(1, (double) records / rows);
    }
  }

  long ofRows(int rows) {
    return (long) (rows * recordsPerRow * bytes);
  }

  private static long weigh(@Nullable Object value) {
    if (value == null) {
      return 0;
    }
    if (value instanceof CharSequence text) {
      return 2 * OBJECT + text.length();
    }
    if (value instanceof byte[] array) {
      return OBJECT + array.length;
    }
    if (value instanceof ByteBuffer buffer) {
      return 2 * OBJECT + buffer.capacity();
    }
    long parts = OBJECT;
    if (value instanceof Struct struct) {
      for (Field field : struct.schema().fields()) {
        parts += REFERENCE + weigh(struct.getWithoutDefault(field.name()));
      }
    } else if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        parts += OBJECT + weigh(entry.getKey()) + weigh(entry.getValue());
      }
    } else if (value instanceof Collection<?> collection) {
      for (Object element : collection) {
        parts += REFERENCE + weigh(element);
      }
    }
    return parts;
  }
}
