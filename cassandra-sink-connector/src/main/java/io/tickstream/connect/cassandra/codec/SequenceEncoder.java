package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.SetType;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** list and set: the number of elements, then each with its length. Cassandra sorts sets itself. */
final class SequenceEncoder extends CompositeEncoder {
  private final Encoder element;

  private SequenceEncoder(
      DataType cqlType, DataType elementType, @Nullable Schema schema, EncoderCompiler compiler) {
    super(cqlType);
    this.element = compiler.compile(elementType, valuesOf(schema));
  }

  static SequenceEncoder ofList(ListType type, @Nullable Schema schema, EncoderCompiler compiler) {
    return new SequenceEncoder(type, type.getElementType(), schema, compiler);
  }

  static SequenceEncoder ofSet(SetType type, @Nullable Schema schema, EncoderCompiler compiler) {
    return new SequenceEncoder(type, type.getElementType(), schema, compiler);
  }

  @Override
  ByteBuffer convert(Object value) {
    if (!(value instanceof Collection<?> elements)) {
      throw unsupported(value);
    }
    ByteBuffer[] parts = new ByteBuffer[elements.size()];
    int length = Integer.BYTES;
    int i = 0;
    for (Object each : elements) {
      ByteBuffer part = required(element, each, value);
      length = Math.addExact(length, Integer.BYTES + part.remaining());
      parts[i++] = part;
    }
    return append(ByteBuffer.allocate(length).putInt(i), parts, i).flip();
  }
}
