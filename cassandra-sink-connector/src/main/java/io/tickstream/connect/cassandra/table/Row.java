package io.tickstream.connect.cassandra.table;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** One row in the form in which it goes over the wire. Not changed once made. */
public final class Row {

  /** An explicit null. */
  static final ByteBuffer NULL = ByteBuffer.allocate(0);

  public static final long NO_WRITE_TIME = Long.MIN_VALUE;

  private final RowStatement statement;
  private final @Nullable ByteBuffer[] values;
  private final @Nullable PartitionKey partitionKey;
  private final long writeTimeMicros;
  private final int bytes;

  Row(
      RowStatement statement,
      @Nullable ByteBuffer[] values,
      @Nullable PartitionKey partitionKey,
      long writeTimeMicros,
      int bytes) {
    this.statement = statement;
    this.values = values;
    this.partitionKey = partitionKey;
    this.writeTimeMicros = writeTimeMicros;
    this.bytes = bytes;
  }

  public RowStatement statement() {
    return statement;
  }

  /** Whether a value stands for an explicit null. */
  @SuppressWarnings("ReferenceEquality") // An empty value is something else.
  public static boolean isNull(@Nullable ByteBuffer value) {
    return value == NULL;
  }

  /** How many variables there are. */
  public int size() {
    return values.length;
  }

  /** The value of a variable; null leaves it unset. */
  public @Nullable ByteBuffer value(int index) {
    return values[index];
  }

  /** The partition it belongs to, or null when the statement does not tell. */
  public @Nullable PartitionKey partitionKey() {
    return partitionKey;
  }

  /** For statements that are not stamped; {@link #NO_WRITE_TIME} for none. */
  public long writeTimeMicros() {
    return writeTimeMicros;
  }

  /** Of all values together. */
  public int bytes() {
    return bytes;
  }
}
