package io.tickstream.connect.cassandra.codec;

import com.datastax.oss.driver.api.core.type.DataType;
import com.datastax.oss.driver.api.core.type.DataTypes;
import com.datastax.oss.driver.api.core.type.ListType;
import com.datastax.oss.driver.api.core.type.MapType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Time;
import org.apache.kafka.connect.data.Timestamp;
import org.jspecify.annotations.Nullable;

/**
 * The CQL type that a column created for a Connect schema gets. Structs, and unions whose branches
 * have nothing in common, become text that holds their JSON.
 */
public final class CqlTypes {
  private static final Set<DataType> WHOLE =
      Set.of(DataTypes.TINYINT, DataTypes.SMALLINT, DataTypes.INT, DataTypes.BIGINT);

  private CqlTypes() {}

  /** Of the schema where there is one, else of a value; null when neither tells. */
  public static @Nullable DataType of(@Nullable Schema schema, @Nullable Object firstValue) {
    if (schema != null) {
      return of(schema);
    }
    return firstValue == null ? null : ofValue(firstValue);
  }

  /** Of any schema. */
  public static DataType of(Schema schema) {
    DataType logical = logical(schema.name());
    if (logical != null) {
      return logical;
    }
    return switch (schema.type()) {
      case INT8 -> DataTypes.TINYINT;
      case INT16 -> DataTypes.SMALLINT;
      case INT32 -> DataTypes.INT;
      case INT64 -> DataTypes.BIGINT;
      case FLOAT32 -> DataTypes.FLOAT;
      case FLOAT64 -> DataTypes.DOUBLE;
      case BOOLEAN -> DataTypes.BOOLEAN;
      case STRING -> DataTypes.TEXT;
      case BYTES -> DataTypes.BLOB;
      case ARRAY -> DataTypes.listOf(inner(of(schema.valueSchema())));
      case MAP -> DataTypes.mapOf(inner(of(schema.keySchema())), inner(of(schema.valueSchema())));
      case STRUCT -> SumTypes.isNamed(schema) ? common(schema) : DataTypes.TEXT;
    };
  }

  private static @Nullable DataType logical(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return switch (name) {
      case Decimal.LOGICAL_NAME -> DataTypes.DECIMAL;
      case org.apache.kafka.connect.data.Date.LOGICAL_NAME -> DataTypes.DATE;
      case Time.LOGICAL_NAME -> DataTypes.TIME;
      case Timestamp.LOGICAL_NAME -> DataTypes.TIMESTAMP;
      default -> null;
    };
  }

  /** What a union's branches have in common: one type, or the widest of whole numbers. */
  private static DataType common(Schema union) {
    Set<DataType> types =
        union.fields().stream().map(field -> of(field.schema())).collect(Collectors.toSet());
    if (types.size() == 1) {
      return types.iterator().next();
    }
    return !types.isEmpty() && WHOLE.containsAll(types) ? DataTypes.BIGINT : DataTypes.TEXT;
  }

  /** Of a value without schema, as JSON gives them; null of an empty array. */
  private static @Nullable DataType ofValue(Object value) {
    if (value instanceof List<?> list) {
      return ofElements(list);
    }
    if (value instanceof BigDecimal) {
      return DataTypes.DECIMAL;
    }
    if (value instanceof BigInteger) {
      return DataTypes.VARINT;
    }
    if (value instanceof Double || value instanceof Float) {
      return DataTypes.DOUBLE;
    }
    if (value instanceof Number) {
      return DataTypes.BIGINT;
    }
    if (value instanceof Boolean) {
      return DataTypes.BOOLEAN;
    }
    if (value instanceof byte[] || value instanceof ByteBuffer) {
      return DataTypes.BLOB;
    }
    if (value instanceof UUID uuid) {
      return uuid.version() == 1 ? DataTypes.TIMEUUID : DataTypes.UUID;
    }
    if (value instanceof String || value instanceof Map || value instanceof Struct) {
      return DataTypes.TEXT;
    }
    return temporal(value);
  }

  private static DataType temporal(Object value) {
    if (value instanceof Date || value instanceof Instant) {
      return DataTypes.TIMESTAMP;
    }
    if (value instanceof LocalDate) {
      return DataTypes.DATE;
    }
    return value instanceof LocalTime ? DataTypes.TIME : DataTypes.TEXT;
  }

  private static @Nullable DataType ofElements(List<?> elements) {
    Set<DataType> types =
        elements.stream()
            .filter(Objects::nonNull)
            .map(each -> Objects.requireNonNullElse(ofValue(each), DataTypes.TEXT))
            .collect(Collectors.toSet());
    return switch (types.size()) {
      case 0 -> null;
      case 1 -> DataTypes.listOf(inner(types.iterator().next()));
      default -> DataTypes.TEXT;
    };
  }

  /** Collections inside of collections have to be frozen. */
  private static DataType inner(DataType type) {
    if (type instanceof ListType list) {
      return DataTypes.listOf(list.getElementType(), true);
    }
    return type instanceof MapType map
        ? DataTypes.mapOf(map.getKeyType(), map.getValueType(), true)
        : type;
  }
}
