package io.tickstream.connect.cassandra.table;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes of a partition key as Cassandra hashes them, for looking partitions up by. */
public final class PartitionKey {

  /** Spreads hashes of keys that differ in few bytes, such as numbered symbols. */
  private static final int GOLDEN_RATIO = 0x9E3779B9;

  private final ByteBuffer bytes;
  private final int hash;

  /**
   * The key of these bytes.
   *
   * @param bytes not changed from now on, its position neither
   */
  public PartitionKey(ByteBuffer bytes) {
    this.bytes = bytes;
    this.hash = bytes.hashCode() * GOLDEN_RATIO;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PartitionKey key && hash == key.hash && bytes.equals(key.bytes);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
