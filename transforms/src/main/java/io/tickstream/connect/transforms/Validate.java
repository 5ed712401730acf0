package io.tickstream.connect.transforms;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;

/** Checks records against rules; what breaks one fails, is dropped and counted, or is marked. */
public abstract class Validate<R extends ConnectRecord<R>> extends RecordTransform<R> {
  static final String OVERVIEW =
      "Checks records against rules. A record that breaks one is refused with the rule named, is"
          + " dropped and counted, or is marked in a header. Tombstones pass.";

  private Validate(Side side) {
    super(side);
  }

  @Override
  public ConfigDef config() {
    return ValidateConfig.DEF;
  }

  @Override
  Operation<R> start(Map<String, ?> options, Side side) {
    ValidateConfig config = new ValidateConfig(options);
    String name = config.metricsName().isBlank() ? Names.of(this) : config.metricsName();
    return new RuleCheck<>(config, ValidationCounts.registered(name, config.rules()));
  }

  /** Checks the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends Validate<R> {
    public Key() {
      super(Side.KEY);
    }
  }

  /** Checks the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends Validate<R> {
    public Value() {
      super(Side.VALUE);
    }
  }
}
