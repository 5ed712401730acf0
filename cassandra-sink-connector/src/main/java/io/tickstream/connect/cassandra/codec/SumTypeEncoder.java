package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Looks into a wrapper Struct, one encoder per branch; anything else as if without schema. */
final class SumTypeEncoder implements Encoder {
  private final DataType cqlType;
  private final Schema schema;
  private final List<Encoder> branches;
  private final Encoder unwrapped;

  SumTypeEncoder(DataType cqlType, Schema schema, EncoderCompiler compiler) {
    this.cqlType = cqlType;
    this.schema = schema;
    this.branches =
        schema.fields().stream().map(f -> compiler.compile(cqlType, f.schema())).toList();
    this.unwrapped = compiler.compile(cqlType, null);
  }

  @Override
  public @Nullable ByteBuffer encode(@Nullable Object value) {
    if (!(value instanceof Struct struct)) {
      return unwrapped.encode(value);
    }
    if (struct.schema() != schema && !struct.schema().equals(schema)) {
      throw ConversionException.of(cqlType, value, "its schema is not the one of the others");
    }
    Field branch = SumTypes.branch(struct);
    return branch == null ? null : branches.get(branch.index()).encode(struct.get(branch));
  }
}
