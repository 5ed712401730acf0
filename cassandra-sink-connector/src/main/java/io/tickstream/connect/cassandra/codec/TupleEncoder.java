package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.TupleType;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Tuples from lists and from Structs, by position; both must have as many components. */
final class TupleEncoder extends CompositeEncoder {
  private final List<DataType> types;
  private final EncoderCompiler compiler;
  private final Encoder[] fromList;
  private volatile @Nullable StructPlan plan;

  TupleEncoder(TupleType type, @Nullable Schema schema, EncoderCompiler compiler) {
    super(type);
    this.types = type.getComponentTypes();
    this.compiler = compiler;
    Schema elements = valuesOf(schema);
    this.fromList =
        types.stream().map(each -> compiler.compile(each, elements)).toArray(Encoder[]::new);
  }

  @Override
  ByteBuffer convert(Object value) {
    ByteBuffer[] parts = new ByteBuffer[types.size()];
    if (value instanceof Struct struct) {
      checkSize(struct.schema().fields().size(), value);
      Encoder[] encoders = encodersFor(struct.schema());
      for (Field field : struct.schema().fields()) {
        parts[field.index()] = encoders[field.index()].encode(struct.get(field));
      }
    } else {
      List<?> list = list(value);
      checkSize(list.size(), value);
      for (int i = 0; i < parts.length; i++) {
        parts[i] = fromList[i].encode(list.get(i));
      }
    }
    return lengthPrefixed(parts, parts.length);
  }

  private void checkSize(int size, Object value) {
    if (size != types.size()) {
      throw ConversionException.of(
          cqlType, value, "it has " + size + " components instead of " + types.size());
    }
  }

  private Encoder[] encodersFor(Schema schema) {
    StructPlan current = plan;
    if (current == null || current.schema != schema) {
      Encoder[] encoders =
          schema.fields().stream()
              .map(field -> compiler.compile(types.get(field.index()), field.schema()))
              .toArray(Encoder[]::new);
      current = new StructPlan(schema, encoders);
      plan = current;
    }
    return current.encoders;
  }

  private static final class StructPlan {
    private final Schema schema;
    private final Encoder[] encoders;

    StructPlan(Schema schema, Encoder[] encoders) {
      this.schema = schema;
      this.encoders = encoders;
    }
  }
}
