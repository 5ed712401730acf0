package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.MapType;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Maps; Structs, whose field names become the keys; and lists of pairs, as JSON has maps whose keys
 * are not text. Null fields of a Struct have no entry.
 */
final class MapEncoder extends CompositeEncoder {
  private final MapType type;
  private final Encoder keys;
  private final Encoder values;
  private final EncoderCompiler compiler;
  private volatile @Nullable StructPlan plan;

  MapEncoder(MapType type, @Nullable Schema schema, EncoderCompiler compiler) {
    super(type);
    this.type = type;
    this.compiler = compiler;
    boolean isMap = schema != null && schema.type() == Schema.Type.MAP;
    this.keys =
        compiler.compile(type.getKeyType(), schema != null && isMap ? schema.keySchema() : null);
    this.values =
        compiler.compile(
            type.getValueType(), schema != null && isMap ? schema.valueSchema() : null);
  }

  @Override
  ByteBuffer convert(Object value) {
    List<ByteBuffer> parts = new ArrayList<>();
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        parts.add(required(keys, entry.getKey(), value));
        parts.add(required(values, entry.getValue(), value));
      }
    } else if (value instanceof Struct struct) {
      addFields(struct, parts);
    } else if (value instanceof List<?> pairs) {
      for (Object pair : pairs) {
        if (!(pair instanceof List<?> two) || two.size() != 2) {
          throw ConversionException.of(type, value, "not a list of pairs");
        }
        parts.add(required(keys, two.get(0), value));
        parts.add(required(values, two.get(1), value));
      }
    } else {
      throw unsupported(value);
    }
    ByteBuffer[] array = parts.toArray(new ByteBuffer[0]);
    int length = Integer.BYTES;
    for (ByteBuffer part : array) {
      length = Math.addExact(length, Integer.BYTES + part.remaining());
    }
    return append(ByteBuffer.allocate(length).putInt(array.length / 2), array, array.length).flip();
  }

  private void addFields(Struct struct, List<ByteBuffer> parts) {
    StructPlan current = plan;
    if (current == null || current.schema != struct.schema()) {
      current = new StructPlan(struct.schema(), type, compiler);
      plan = current;
    }
    for (int i = 0; i < current.encoders.length; i++) {
      Field field = current.schema.fields().get(i);
      Object value = struct.get(field);
      if (value != null) {
        parts.add(required(keys, field.name(), struct));
        parts.add(required(current.encoders[i], value, struct));
      }
    }
  }

  /** The encoders of one Struct schema; made anew when the schema changes. */
  private static final class StructPlan {
    private final Schema schema;
    private final Encoder[] encoders;

    StructPlan(Schema schema, MapType type, EncoderCompiler compiler) {
      this.schema = schema;
      this.encoders =
          schema.fields().stream()
              .map(field -> compiler.compile(type.getValueType(), field.schema()))
              .toArray(Encoder[]::new);
    }
  }
}
