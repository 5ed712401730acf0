package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.time.TimeField;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Makes the event's own time the timestamp of the Kafka record. */
public abstract class SetRecordTimestamp<R extends ConnectRecord<R>> extends RecordTransform<R> {
  static final String OVERVIEW =
      "Makes the event's own time, in any form and precision, the timestamp of the Kafka record.";

  private SetRecordTimestamp(Side side) {
    super(side);
  }

  @Override
  public ConfigDef config() {
    return SetRecordTimestampConfig.DEF;
  }

  @Override
  Operation<R> start(Map<String, ?> options, Side side) {
    return new Stamping<>(new SetRecordTimestampConfig(options));
  }

  /** The transform at work. */
  private static final class Stamping<R extends ConnectRecord<R>> implements Operation<R> {
    private static final Instant LATEST = Instant.ofEpochMilli(Long.MAX_VALUE);

    private final boolean skipsMissing;
    private final boolean skipsInvalid;
    private final SchemaPlans<TimeField> plans;

    Stamping(SetRecordTimestampConfig config) {
      this.skipsMissing = config.skips(SetRecordTimestampConfig.ON_MISSING);
      this.skipsInvalid = config.skips(SetRecordTimestampConfig.ON_INVALID);
      TimeFormat format = config.format();
      this.plans = new SchemaPlans<>(schema -> new TimeField(config.path(), schema, format));
    }

    @Override
    public R apply(R record, @Nullable Schema schema, Object content) {
      RecordTransform.requireFields(content);
      TimeField field = plans.get(schema);
      Object value = field.value(content);
      if (value == null) {
        if (skipsMissing) {
          return record;
        }
        throw field.missing();
      }
      Instant moment = field.moment(value);
      // The producer refuses timestamps before 1970.
      if (moment == null || moment.isBefore(Instant.EPOCH) || moment.isAfter(LATEST)) {
        if (skipsInvalid) {
          return record;
        }
        throw field.invalid(value);
      }
      return record.newRecord(
          record.topic(),
          record.kafkaPartition(),
          record.keySchema(),
          record.key(),
          record.valueSchema(),
          record.value(),
          moment.toEpochMilli());
    }
  }

  /** Reads the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends SetRecordTimestamp<R> {
    public Key() {
      super(Side.KEY);
    }
  }

  /** Reads the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends SetRecordTimestamp<R> {
    public Value() {
      super(Side.VALUE);
    }
  }
}
