package io.tickstream.connect.cassandra.table;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.mapping.Accessor;
import java.nio.ByteBuffer;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/**
 * Binds records of one schema to the statements of one table: no names are looked up and no text is
 * put together unless something is wrong. Used by one thread at a time.
 */
public final class RowBinder {
  private final BinderColumn[] columns;
  private final RowStatement upsert;
  private final RoutingKey upsertKey;
  private final int[] upsertStamps;
  private final int[] upsertTtls;
  private final @Nullable SpecialColumns ttl;
  private final @Nullable SpecialColumns timestamp;
  private final boolean nullToUnset;
  private final boolean readsValue;
  private final @Nullable DeleteBinder delete;

  RowBinder(BinderParts parts) {
    this.columns = parts.columns().toArray(BinderColumn[]::new);
    this.upsert = parts.upsert();
    this.upsertKey = new RoutingKey(upsert);
    this.upsertStamps = parts.stamps().stream().mapToInt(Integer::intValue).toArray();
    this.upsertTtls = parts.ttls().stream().mapToInt(Integer::intValue).toArray();
    this.ttl = parts.ttl();
    this.timestamp = parts.timestamp();
    this.nullToUnset = parts.nullToUnset();
    this.readsValue = parts.readsValue();
    this.delete = parts.delete();
  }

  /**
   * Makes a row of a record.
   *
   * @param element of the table's array, or null
   * @param recordTimeMicros the record's write time; {@link Row#NO_WRITE_TIME} for none
   * @return null for a tombstone that has nothing to say to this table
   * @throws BindException naming the column
   */
  public @Nullable Row bind(SinkRecord record, @Nullable Object element, long recordTimeMicros) {
    boolean tombstone = record.value() == null;
    if (tombstone && delete != null) {
      return delete.bind(keys(record, element), writeTime(record, element, recordTimeMicros));
    }
    if (tombstone && readsValue && nullToUnset) {
      return null;
    }
    @Nullable ByteBuffer[] values = new ByteBuffer[upsert.variables().size()];
    int bytes = 0;
    boolean onlyKeys = true;
    for (BinderColumn column : columns) {
      Object value = column.read(record, element);
      ByteBuffer encoded = value == Accessor.MISSING ? null : column.encode(value);
      if (encoded == null) {
        if (column.key()) {
          throw column.missing(value == Accessor.MISSING);
        }
        boolean absent = value == Accessor.MISSING && !tombstone;
        // A field that is not there says nothing; only nulls ask for a delete.
        onlyKeys &= !absent;
        encoded = absent || nullToUnset ? null : Row.NULL;
      } else {
        bytes += encoded.remaining();
        onlyKeys &= column.key() || column.constant();
      }
      column.set(values, encoded);
    }
    long writeTime = writeTime(record, element, recordTimeMicros);
    if (delete != null && onlyKeys && delete.whenOnlyKeys()) {
      return delete.bind(values, writeTime);
    }
    return finish(record, element, values, writeTime, bytes);
  }

  /** All that a delete needs; what else is mapped may have a default, or not fit. */
  private @Nullable ByteBuffer[] keys(SinkRecord record, @Nullable Object element) {
    @Nullable ByteBuffer[] values = new ByteBuffer[upsert.variables().size()];
    for (BinderColumn column : columns) {
      if (column.key()) {
        Object value = column.read(record, element);
        ByteBuffer encoded = value == Accessor.MISSING ? null : column.encode(value);
        if (encoded == null) {
          throw column.missing(value == Accessor.MISSING);
        }
        column.set(values, encoded);
      }
    }
    return values;
  }

  private Row finish(
      SinkRecord record,
      @Nullable Object element,
      @Nullable ByteBuffer[] values,
      long writeTime,
      int bytes) {
    if (upsertStamps.length > 0 && writeTime != Row.NO_WRITE_TIME) {
      set(values, upsertStamps, ByteBuffer.allocate(Long.BYTES).putLong(0, writeTime));
    }
    if (ttl != null && upsertTtls.length > 0) {
      try {
        set(values, upsertTtls, ttl.ttl(record, element));
      } catch (ConversionException e) {
        throw new BindException("__ttl: " + e.getMessage());
      }
    }
    return new Row(upsert, values, upsertKey.of(values), writeTime, bytes);
  }

  private static void set(
      @Nullable ByteBuffer[] values, int[] indices, @Nullable ByteBuffer value) {
    for (int index : indices) {
      values[index] = value;
    }
  }

  private long writeTime(SinkRecord record, @Nullable Object element, long recordTimeMicros) {
    if (timestamp == null) {
      return recordTimeMicros;
    }
    try {
      long given = timestamp.writeTimeMicros(record, element);
      return given == Row.NO_WRITE_TIME ? recordTimeMicros : given;
    } catch (ConversionException e) {
      throw new BindException("__timestamp: " + e.getMessage());
    }
  }
}
