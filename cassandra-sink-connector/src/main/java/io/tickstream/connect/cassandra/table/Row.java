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
  private final @Nullable ByteBuffer routingKey;
  private final long writeTimeMicros;
  private final int bytes;

  Row(
      RowStatement statement,
      @Nullable ByteBuffer[] values,
      @Nullable ByteBuffer routingKey,
      long writeTimeMicros,
      int bytes) {
    this.statement = statement;
    this.values = values;
    this.routingKey = routingKey;
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

  /** The partition key's bytes, or null when the statement does not tell. */
  public @Nullable ByteBuffer routingKey() {
    return routingKey;
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
