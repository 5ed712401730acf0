package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.CqlIdentifier;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * UDTs from Structs and Maps by field name, from lists by position. Missing fields are null, extra
 * ones are ignored; a value that has none of the fields is refused.
 */
final class UdtEncoder extends CompositeEncoder {
  private final UserDefinedType type;
  private final EncoderCompiler compiler;
  private final String[] names;
  private final Encoder[] plain;
  private volatile @Nullable StructPlan plan;

  UdtEncoder(UserDefinedType type, @Nullable Schema schema, EncoderCompiler compiler) {
    super(type);
    this.type = type;
    this.compiler = compiler;
    this.names =
        type.getFieldNames().stream().map(CqlIdentifier::asInternal).toArray(String[]::new);
    Schema elements = valuesOf(schema);
    this.plain =
        type.getFieldTypes().stream()
            .map(each -> compiler.compile(each, elements))
            .toArray(Encoder[]::new);
  }

  @Override
  ByteBuffer convert(Object value) {
    ByteBuffer[] parts = new ByteBuffer[names.length];
    if (value instanceof Struct struct) {
      planFor(struct.schema()).fill(parts, struct);
    } else if (value instanceof Map<?, ?> map) {
      boolean any = false;
      for (int i = 0; i < names.length; i++) {
        Object field = map.get(names[i]);
        any |= field != null || map.containsKey(names[i]);
        parts[i] = plain[i].encode(field);
      }
      checkAny(any, value);
    } else {
      List<?> list = list(value);
      if (list.size() != names.length) {
        throw ConversionException.of(
            type, value, "it has " + list.size() + " elements instead of " + names.length);
      }
      for (int i = 0; i < names.length; i++) {
        parts[i] = plain[i].encode(list.get(i));
      }
    }
    return lengthPrefixed(parts, parts.length);
  }

  private void checkAny(boolean any, Object value) {
    if (!any) {
      throw ConversionException.of(type, value, "it has none of the fields " + List.of(names));
    }
  }

  private StructPlan planFor(Schema schema) {
    StructPlan current = plan;
    if (current == null || current.schema != schema) {
      current = new StructPlan(schema);
      plan = current;
    }
    return current;
  }

  /** Which field of one Struct schema goes where; made anew when the schema changes. */
  private final class StructPlan {
    private final Schema schema;
    private final @Nullable Field[] fields = new Field[names.length];
    private final @Nullable Encoder[] encoders = new Encoder[names.length];
    private boolean any;

    StructPlan(Schema schema) {
      this.schema = schema;
      for (int i = 0; i < names.length; i++) {
        Field field = schema.field(names[i]);
        if (field != null) {
          any = true;
          fields[i] = field;
          encoders[i] = compiler.compile(type.getFieldTypes().get(i), field.schema());
        }
      }
    }

    void fill(@Nullable ByteBuffer[] parts, Struct struct) {
      checkAny(any, struct);
      for (int i = 0; i < parts.length; i++) {
        Field field = fields[i];
        Encoder encoder = encoders[i];
        parts[i] = field == null || encoder == null ? null : encoder.encode(struct.get(field));
      }
    }
  }
}
