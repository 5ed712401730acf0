package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import com.datastax.oss.driver.api.core.type.SetType;
import com.datastax.oss.driver.api.core.type.TupleType;
import com.datastax.oss.driver.api.core.type.UserDefinedType;
import com.datastax.oss.driver.api.core.type.VectorType;
import com.datastax.oss.protocol.internal.ProtocolConstants;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Chooses the encoder of a type, and of the types inside of it. */
final class EncoderCompiler {
  private final CodecSettings settings;
  private final ProtocolVersion protocol;
  private final NumberText numbers;

  EncoderCompiler(CodecSettings settings, ProtocolVersion protocol) {
    this.settings = settings;
    this.protocol = protocol;
    this.numbers = new NumberText(settings.locale());
  }

  Encoder compile(DataType cqlType, @Nullable Schema schema) {
    if (schema != null && isWrapper(cqlType, schema)) {
      return new SumTypeEncoder(cqlType, schema, this);
    }
    if (cqlType instanceof ListType list) {
      return SequenceEncoder.ofList(list, schema, this);
    }
    if (cqlType instanceof SetType set) {
      return SequenceEncoder.ofSet(set, schema, this);
    }
    if (cqlType instanceof VectorType vector) {
      return new VectorEncoder(vector, schema, this);
    }
    if (cqlType instanceof MapType map) {
      return new MapEncoder(map, schema, this);
    }
    if (cqlType instanceof UserDefinedType udt) {
      return new UdtEncoder(udt, schema, this);
    }
    if (cqlType instanceof TupleType tuple) {
      return new TupleEncoder(tuple, schema, this);
    }
    return scalar(cqlType, schema);
  }

  /** A Struct is text as JSON, and no other single value, so there a guess is safe. */
  private static boolean isWrapper(DataType cqlType, Schema schema) {
    if (isText(cqlType) || !isScalar(cqlType)) {
      return SumTypes.isNamed(schema);
    }
    return SumTypes.isPossible(schema);
  }

  private Encoder scalar(DataType cqlType, @Nullable Schema schema) {
    DateMeaning dates = DateMeaning.of(schema);
    NumberInput input = new NumberInput(numbers, dates);
    return switch (cqlType.getProtocolCode()) {
      case ProtocolConstants.DataType.TINYINT -> new IntegerEncoder(cqlType, input, Byte.BYTES);
      case ProtocolConstants.DataType.SMALLINT -> new IntegerEncoder(cqlType, input, Short.BYTES);
      case ProtocolConstants.DataType.INT -> new IntegerEncoder(cqlType, input, Integer.BYTES);
      case ProtocolConstants.DataType.BIGINT, ProtocolConstants.DataType.COUNTER ->
          new IntegerEncoder(cqlType, input, Long.BYTES);
      case ProtocolConstants.DataType.VARINT -> new VarintEncoder(input);
      case ProtocolConstants.DataType.DECIMAL -> new DecimalEncoder(input);
      case ProtocolConstants.DataType.DOUBLE -> FloatingEncoder.ofDouble(input);
      case ProtocolConstants.DataType.FLOAT -> FloatingEncoder.ofFloat(input);
      case ProtocolConstants.DataType.BOOLEAN -> new BooleanEncoder();
      case ProtocolConstants.DataType.ASCII, ProtocolConstants.DataType.VARCHAR ->
          new TextEncoder(cqlType, new TextForm(dates, settings));
      case ProtocolConstants.DataType.UUID, ProtocolConstants.DataType.TIMEUUID ->
          new UuidEncoder(cqlType);
      case ProtocolConstants.DataType.INET -> new InetEncoder();
      case ProtocolConstants.DataType.TIMESTAMP -> new TimestampEncoder(dates, settings);
      case ProtocolConstants.DataType.DATE -> new DateEncoder(dates, settings);
      case ProtocolConstants.DataType.TIME -> new TimeEncoder(dates, settings);
      case ProtocolConstants.DataType.DURATION -> new DurationEncoder(protocol);
      default -> new BlobEncoder(cqlType);
    };
  }

  private static boolean isScalar(DataType cqlType) {
    return switch (cqlType.getProtocolCode()) {
      case ProtocolConstants.DataType.LIST,
          ProtocolConstants.DataType.SET,
          ProtocolConstants.DataType.MAP,
          ProtocolConstants.DataType.UDT,
          ProtocolConstants.DataType.TUPLE ->
          false;
      default -> !(cqlType instanceof VectorType);
    };
  }

  private static boolean isText(DataType cqlType) {
    return cqlType.getProtocolCode() == ProtocolConstants.DataType.VARCHAR
        || cqlType.getProtocolCode() == ProtocolConstants.DataType.ASCII;
  }
}
