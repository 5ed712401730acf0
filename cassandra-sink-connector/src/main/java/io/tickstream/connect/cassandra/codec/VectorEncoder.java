package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.datastax.oss.protocol.internal.ProtocolConstants;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Vectors from lists of exactly their dimension. Elements of fixed size follow each other without
 * lengths; others have an unsigned variable-length one.
 */
final class VectorEncoder extends CompositeEncoder {
  private final Encoder element;
  private final int dimensions;
  private final boolean fixedSize;

  VectorEncoder(VectorType type, @Nullable Schema schema, EncoderCompiler compiler) {
    super(type);
    this.element = compiler.compile(type.getElementType(), valuesOf(schema));
    this.dimensions = type.getDimensions();
    this.fixedSize = isFixedSize(type.getElementType());
  }

  @Override
  ByteBuffer convert(Object value) {
    List<?> list = list(value);
    if (list.size() != dimensions) {
      throw ConversionException.of(
          cqlType, value, "it has " + list.size() + " elements instead of " + dimensions);
    }
    ByteBuffer[] parts = new ByteBuffer[dimensions];
    int length = 0;
    for (int i = 0; i < dimensions; i++) {
      parts[i] = required(element, list.get(i), value);
      int size = parts[i].remaining();
      length = Math.addExact(length, fixedSize ? size : size + UnsignedVint.sizeOf(size));
    }
    ByteBuffer bytes = ByteBuffer.allocate(length);
    for (ByteBuffer part : parts) {
      if (!fixedSize) {
        UnsignedVint.put(bytes, part.remaining());
      }
      bytes.put(part);
    }
    return bytes.flip();
  }

  /** As Cassandra's {@code AbstractType.valueLengthIfFixed}: tinyint, smallint, time are not. */
  private static boolean isFixedSize(DataType type) {
    if (type instanceof VectorType vector) {
      return isFixedSize(vector.getElementType());
    }
    return switch (type.getProtocolCode()) {
      case ProtocolConstants.DataType.BIGINT,
          ProtocolConstants.DataType.BOOLEAN,
          ProtocolConstants.DataType.DOUBLE,
          ProtocolConstants.DataType.FLOAT,
          ProtocolConstants.DataType.INT,
          ProtocolConstants.DataType.TIMESTAMP,
          ProtocolConstants.DataType.TIMEUUID,
          ProtocolConstants.DataType.UUID ->
          true;
      default -> false;
    };
  }
}
