package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.Encoder;
import io.tickstream.connect.cassandra.mapping.Accessor;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** One mapped column. */
final class BinderColumn {
  private final String label;
  private final Accessor accessor;
  private final Encoder encoder;
  private final int[] indices;
  private final boolean key;
  private final boolean constant;

  /**
   * @param label the column and its source, for messages
   * @param indices of its variables in the statement; a marker may be used more than once
   * @param key whether it is part of the primary key
   * @param constant whether its source has a value for any record, so that it tells nothing about
   *     whether the record is a delete
   */
  BinderColumn(
      String label,
      Accessor accessor,
      Encoder encoder,
      List<Integer> indices,
      boolean key,
      boolean constant) {
    this.label = label;
    this.accessor = accessor;
    this.encoder = encoder;
    this.indices = indices.stream().mapToInt(Integer::intValue).toArray();
    this.key = key;
    this.constant = constant;
  }

  boolean key() {
    return key;
  }

  boolean constant() {
    return constant;
  }

  void set(@Nullable ByteBuffer[] values, @Nullable ByteBuffer value) {
    for (int index : indices) {
      values[index] = value;
    }
  }

  @Nullable Object read(SinkRecord record, @Nullable Object element) {
    try {
      return accessor.read(record, element);
    } catch (ConversionException e) {
      throw new BindException("column " + label + ": " + e.getMessage());
    }
  }

  @Nullable ByteBuffer encode(@Nullable Object value) {
    try {
      return encoder.encode(value);
    } catch (ConversionException e) {
      throw new BindException("column " + label + ": " + e.getMessage());
    }
  }

  BindException missing(boolean absent) {
    return new BindException(
        "column "
            + label
            + ": is part of the primary key, but the record "
            + (absent ? "has no such field" : "has null there"));
  }
}
