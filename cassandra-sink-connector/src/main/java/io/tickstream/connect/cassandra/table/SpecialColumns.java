package io.tickstream.connect.cassandra.table;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.Encoder;
import io.tickstream.connect.cassandra.codec.Encoders;
import io.tickstream.connect.cassandra.mapping.Accessor;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.nio.ByteBuffer;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Reads a field mapped to {@code __ttl} or {@code __timestamp} as a whole number of a unit. */
final class SpecialColumns {
  /** Twenty years: what Cassandra accepts. */
  private static final long MAX_TTL_SECONDS = 630_720_000;

  private final Accessor accessor;
  private final Encoder number;
  private final TimeUnit unit;

  SpecialColumns(Accessor accessor, CodecSettings codec, TimeUnit unit, ProtocolVersion protocol) {
    this.accessor = accessor;
    this.unit = unit;
    this.number = Encoders.compile(DataTypes.BIGINT, accessor.schema(), codec, protocol);
  }

  /** Null when the record does not say. */
  @Nullable ByteBuffer ttl(SinkRecord record, @Nullable Object element) {
    ByteBuffer encoded = read(accessor.read(record, element));
    if (encoded == null) {
      return null;
    }
    long given = encoded.getLong(encoded.position());
    long seconds = given < 0 ? -1 : TableSettings.ttlSeconds(given, unit);
    if (seconds < 0 || seconds > MAX_TTL_SECONDS) {
      throw new ConversionException("a TTL must be between 0 and " + MAX_TTL_SECONDS + " seconds");
    }
    return ByteBuffer.allocate(Integer.BYTES).putInt(0, (int) seconds);
  }

  /** {@link Row#NO_WRITE_TIME} when the record does not say. */
  long writeTimeMicros(SinkRecord record, @Nullable Object element) {
    Object value = accessor.read(record, element);
    if (value instanceof Date date) {
      return TimeUnit.MILLISECONDS.toMicros(date.getTime());
    }
    ByteBuffer encoded = read(value);
    return encoded == null ? Row.NO_WRITE_TIME : unit.toMicros(encoded.getLong(encoded.position()));
  }

  private @Nullable ByteBuffer read(@Nullable Object value) {
    return value == Accessor.MISSING ? null : number.encode(value);
  }
}
