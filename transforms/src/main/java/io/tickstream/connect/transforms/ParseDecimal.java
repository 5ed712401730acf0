package io.tickstream.connect.transforms;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/** Turns text and numbers into Connect's Decimal, without losing a digit unless told to round. */
public abstract class ParseDecimal<R extends ConnectRecord<R>> extends RecordTransform<R> {
  static final String OVERVIEW =
      "Turns text such as \"0.00100000\", or numbers of any type, into Connect's Decimal, which"
          + " Kafka's Cast cannot; no digit is lost unless a rounding is chosen.";

  private ParseDecimal(Side side) {
    super(side);
  }

  @Override
  public ConfigDef config() {
    return ParseDecimalConfig.DEF;
  }

  @Override
  Operation<R> start(Map<String, ?> options, Side side) {
    ParseDecimalConfig config = new ParseDecimalConfig(options);
    return new FieldConversion<>(
        side,
        config.outputs(),
        config.onMissing(),
        new DecimalConversion(config.scale(), config.rounding(), config.onInvalid()));
  }

  /** Works on the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends ParseDecimal<R> {
    public Key() {
      super(Side.KEY);
    }
  }

  /** Works on the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends ParseDecimal<R> {
    public Value() {
      super(Side.VALUE);
    }
  }
}
