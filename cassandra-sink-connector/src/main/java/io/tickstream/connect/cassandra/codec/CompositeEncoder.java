package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** What encoders of collections, tuples and UDTs share: nulls, and text that holds JSON. */
abstract class CompositeEncoder implements Encoder {
  final DataType cqlType;

  CompositeEncoder(DataType cqlType) {
    this.cqlType = cqlType;
  }

  @Override
  public final @Nullable ByteBuffer encode(@Nullable Object value) {
    if (value instanceof String text) {
      Object parsed = JsonText.parse(text, cqlType);
      if (parsed instanceof String || parsed instanceof Number || parsed instanceof Boolean) {
        throw ConversionException.of(cqlType, value, "the JSON in it is neither object nor array");
      }
      return parsed == null ? null : convert(parsed);
    }
    return value == null ? null : convert(value);
  }

  abstract ByteBuffer convert(Object value);

  final ConversionException unsupported(Object value) {
    return ConversionException.of(cqlType, value, null);
  }

  /** As {@code [bytes]} of the protocol: a length of four bytes, -1 for null. */
  static ByteBuffer lengthPrefixed(@Nullable ByteBuffer[] parts, int size) {
    int length = 0;
    for (int i = 0; i < size; i++) {
      ByteBuffer part = parts[i];
      length = Math.addExact(length, Integer.BYTES + (part == null ? 0 : part.remaining()));
    }
    return append(ByteBuffer.allocate(length), parts, size).flip();
  }

  static ByteBuffer append(ByteBuffer bytes, @Nullable ByteBuffer[] parts, int size) {
    for (int i = 0; i < size; i++) {
      ByteBuffer part = parts[i];
      if (part == null) {
        bytes.putInt(-1);
      } else {
        bytes.putInt(part.remaining()).put(part);
      }
    }
    return bytes;
  }

  /** The schema of a list's or map's values, as far as the schema is one of these. */
  static @Nullable Schema valuesOf(@Nullable Schema schema) {
    return schema != null
            && (schema.type() == Schema.Type.ARRAY || schema.type() == Schema.Type.MAP)
        ? schema.valueSchema()
        : null;
  }

  final ByteBuffer required(Encoder encoder, @Nullable Object element, Object container) {
    ByteBuffer bytes = encoder.encode(element);
    if (bytes == null) {
      throw ConversionException.of(cqlType, container, "a null inside of a collection");
    }
    return bytes;
  }

  final List<?> list(Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw unsupported(value);
  }
}
