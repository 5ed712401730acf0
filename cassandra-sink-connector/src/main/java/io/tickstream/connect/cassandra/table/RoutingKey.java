package io.tickstream.connect.cassandra.table;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Puts partition keys together. */
final class RoutingKey {
  private final int[] indices;

  RoutingKey(RowStatement statement) {
    indices = statement.partitionKey().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Null when the key is not known from the variables. */
  @Nullable PartitionKey of(@Nullable ByteBuffer[] values) {
    if (indices.length == 0) {
      return null;
    }
    if (indices.length == 1) {
      ByteBuffer only = values[indices[0]];
      return only == null ? null : new PartitionKey(only);
    }
    int size = 0;
    for (int index : indices) {
      ByteBuffer value = values[index];
      if (value == null || Row.isNull(value)) {
        return null;
      }
      size += value.remaining() + 3;
    }
    ByteBuffer key = ByteBuffer.allocate(size);
    for (int index : indices) {
      ByteBuffer value = values[index];
      if (value != null) {
        key.putShort((short) value.remaining()).put(value.duplicate()).put((byte) 0);
      }
    }
    return new PartitionKey(key.flip());
  }
}
