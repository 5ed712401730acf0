package io.tickstream.connect.market.record;

import io.tickstream.connect.market.event.Amount;
import java.math.RoundingMode;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/**
 * How prices and sizes are written: as doubles, as decimals of a scale, or in the venue's own
 * digits.
 */
sealed interface PriceType {

  /** Without it Avro assumes 64 digits, more than most stores take. */
  String AVRO_PRECISION = "connect.decimal.precision";

  Schema schema();

  Schema optionalSchema();

  Object value(Amount amount);

  default @Nullable Object optional(@Nullable Amount amount) {
    return amount == null ? null : value(amount);
  }

  static PriceType of(String name, int scale) {
    return switch (name) {
      case "decimal" -> new OfDecimal(scale);
      case "string" -> new OfString();
      default -> new OfDouble();
    };
  }

  /** Doubles: what every consumer understands. */
  record OfDouble() implements PriceType {
    @Override
    public Schema schema() {
      return Schema.FLOAT64_SCHEMA;
    }

    @Override
    public Schema optionalSchema() {
      return Schema.OPTIONAL_FLOAT64_SCHEMA;
    }

    @Override
    public Object value(Amount amount) {
      return amount.toDouble();
    }
  }

  /** Connect decimals; digits beyond the scale are rounded half up. */
  record OfDecimal(int scale) implements PriceType {
    @Override
    public Schema schema() {
      return builder().build();
    }

    @Override
    public Schema optionalSchema() {
      return builder().optional().build();
    }

    private SchemaBuilder builder() {
      return Decimal.builder(scale).parameter(AVRO_PRECISION, "38");
    }

    @Override
    public Object value(Amount amount) {
      return amount.toBigDecimal().setScale(scale, RoundingMode.HALF_UP);
    }
  }

  /** The digits as the venue wrote them. */
  record OfString() implements PriceType {
    @Override
    public Schema schema() {
      return Schema.STRING_SCHEMA;
    }

    @Override
    public Schema optionalSchema() {
      return Schema.OPTIONAL_STRING_SCHEMA;
    }

    @Override
    public Object value(Amount amount) {
      return amount.text();
    }
  }
}
