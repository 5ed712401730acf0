package io.tickstream.connect.cassandra.table;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Turns the key of a row that was bound to the upsert into a row of the delete. */
final class DeleteBinder {
  private final RowStatement statement;
  private final RoutingKey routingKey;
  private final int stamp;
  private final int[] sources;
  private final boolean whenOnlyKeys;

  /**
   * @param sources per variable of the delete the index in the upsert, -1 for the write time
   * @param whenOnlyKeys whether a record with nothing but its key is a delete; not so for tables
   *     that have nothing else
   */
  DeleteBinder(RowStatement statement, int[] sources, boolean whenOnlyKeys) {
    this.statement = statement;
    this.sources = sources;
    this.whenOnlyKeys = whenOnlyKeys;
    this.routingKey = new RoutingKey(statement);
    int found = -1;
    for (int i = 0; i < sources.length; i++) {
      if (sources[i] < 0) {
        found = i;
      }
    }
    this.stamp = found;
  }

  boolean whenOnlyKeys() {
    return whenOnlyKeys;
  }

  Row bind(@Nullable ByteBuffer[] upsert, long writeTime) {
    @Nullable ByteBuffer[] values = new ByteBuffer[sources.length];
    int bytes = 0;
    for (int i = 0; i < sources.length; i++) {
      ByteBuffer value = sources[i] < 0 ? null : upsert[sources[i]];
      values[i] = value;
      bytes += value == null ? 0 : value.remaining();
    }
    if (stamp >= 0 && writeTime != Row.NO_WRITE_TIME) {
      values[stamp] = ByteBuffer.allocate(Long.BYTES).putLong(0, writeTime);
    }
    return new Row(statement, values, routingKey.of(values), writeTime, bytes);
  }
}
