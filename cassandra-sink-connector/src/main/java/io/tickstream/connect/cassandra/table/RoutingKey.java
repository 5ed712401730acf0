package io.tickstream.connect.cassandra.table;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Puts the bytes of a partition key together as Cassandra hashes them. */
final class RoutingKey {
  private final int[] indices;

  RoutingKey(RowStatement statement) {
    indices = statement.partitionKey().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Null when the key is not known from the variables. */
  @Nullable ByteBuffer of(@Nullable ByteBuffer[] values) {
    if (indices.length == 0) {
      return null;
    }
    if (indices.length == 1) {
      return values[indices[0]];
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
    return key.flip();
  }
}
