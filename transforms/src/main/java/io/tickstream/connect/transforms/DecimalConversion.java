package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.FieldFault;
import io.tickstream.connect.transforms.options.Remedy;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.jspecify.annotations.Nullable;

/** Reads the decimal in one field. */
final class DecimalConversion implements FieldConversion.Conversion {
  /** More digits are no price or quantity; 1E999999999 is 13 bytes of text and a gigabyte here. */
  private static final int MOST_DIGITS = 400;

  private final int scale;
  private final RoundingMode rounding;
  private final Remedy onInvalid;

  DecimalConversion(int scale, RoundingMode rounding, Remedy onInvalid) {
    this.scale = scale;
    this.rounding = rounding;
    this.onInvalid = onInvalid;
  }

  /** Keeps the field's documentation, optionality and default. */
  @Override
  public Schema schema(@Nullable Schema field) {
    if (field == null) {
      return Decimal.builder(scale).optional().build();
    }
    if (Decimal.LOGICAL_NAME.equals(field.name())
        && Integer.toString(scale).equals(field.parameters().get(Decimal.SCALE_FIELD))
        && (field.isOptional() || onInvalid != Remedy.NULL)) {
      return field;
    }
    SchemaBuilder builder = Decimal.builder(scale).doc(field.doc());
    if (field.isOptional() || onInvalid == Remedy.NULL) {
      builder.optional();
    }
    if (field.defaultValue() == null) {
      return builder.build();
    }
    BigDecimal ifUnset = decimal(field.defaultValue());
    if (ifUnset == null) {
      throw new FieldFault("a default in the schema is no decimal of scale " + scale);
    }
    return builder.defaultValue(ifUnset).build();
  }

  @Override
  public @Nullable Object convert(Object value, FieldOutput output) {
    BigDecimal decimal = decimal(value);
    if (decimal != null) {
      return decimal;
    }
    return switch (onInvalid) {
      case NULL -> null;
      case SKIP -> FieldConversion.SKIP;
      case FAIL ->
          throw new FieldFault(
              "field "
                  + output.from()
                  + ", a "
                  + value.getClass().getSimpleName()
                  + ", is no decimal of scale "
                  + scale
                  + "; check its content, raise scale, choose a rounding, or set on.invalid");
    };
  }

  private @Nullable BigDecimal decimal(Object value) {
    try {
      BigDecimal exact = exact(value);
      return exact == null || Math.abs((long) exact.precision() - exact.scale()) > MOST_DIGITS
          ? null
          : exact.setScale(scale, rounding);
    } catch (NumberFormatException | ArithmeticException noNumberOrLosesDigits) {
      return null;
    }
  }

  private static @Nullable BigDecimal exact(Object value) {
    if (value instanceof BigDecimal decimal) {
      return decimal;
    }
    if (value instanceof BigInteger integer) {
      return new BigDecimal(integer);
    }
    String text = value instanceof Number || value instanceof String ? value.toString() : "";
    return text.isEmpty() || text.length() > MOST_DIGITS ? null : new BigDecimal(text);
  }
}
