package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.FieldFault;
import io.tickstream.connect.transforms.time.TimeField;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** True of records whose event happened too long ago. */
public abstract class EventTimeLag<R extends ConnectRecord<R>> extends RecordPredicate<R> {
  static final String OVERVIEW =
      "True of records whose event happened longer ago than a given time; not of tombstones. With"
          + " Kafka's Filter it drops stale records, with RegexRouter it sends them elsewhere.";

  private final Clock clock;

  private EventTimeLag(Side side, Clock clock) {
    super(side);
    this.clock = clock;
  }

  @Override
  public ConfigDef config() {
    return EventTimeLagConfig.DEF;
  }

  @Override
  Question<R> start(Map<String, ?> options) {
    return new Lag<>(new EventTimeLagConfig(options), clock);
  }

  /** The predicate at work. */
  private static final class Lag<R extends ConnectRecord<R>> implements Question<R> {
    private final Clock clock;
    private final boolean byRecord;
    private final long olderThanMs;
    private final EventTimeLagConfig.Answer onMissing;
    private final EventTimeLagConfig.Answer onInvalid;
    private final SchemaPlans<TimeField> fields;

    Lag(EventTimeLagConfig config, Clock clock) {
      this.clock = clock;
      this.byRecord = config.field().equals(EventTimeLagConfig.RECORD_TIMESTAMP);
      this.olderThanMs = config.olderThanMs();
      this.onMissing = config.answer(EventTimeLagConfig.ON_MISSING);
      this.onInvalid = config.answer(EventTimeLagConfig.ON_INVALID);
      TimeFormat format = config.format();
      this.fields = new SchemaPlans<>(schema -> new TimeField(config.path(), schema, format));
    }

    @Override
    public boolean holds(R record, @Nullable Schema schema, Object content) {
      if (byRecord) {
        Long timestamp = record.timestamp();
        return timestamp == null
            ? answer(onMissing, () -> new FieldFault("the record has no timestamp"))
            : isOlder(Instant.ofEpochMilli(timestamp));
      }
      RecordTransform.requireFields(content);
      TimeField field = fields.get(schema);
      Object value = field.value(content);
      if (value == null) {
        return answer(onMissing, field::missing);
      }
      Instant moment = field.moment(value);
      return moment == null ? answer(onInvalid, () -> field.invalid(value)) : isOlder(moment);
    }

    private boolean isOlder(Instant event) {
      return event.isBefore(Instant.ofEpochMilli(clock.millis() - olderThanMs));
    }

    private static boolean answer(EventTimeLagConfig.Answer answer, Supplier<FieldFault> fault) {
      return switch (answer) {
        case FALSE -> false;
        case TRUE -> true;
        case FAIL -> throw fault.get();
      };
    }
  }

  /** Looks at the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends EventTimeLag<R> {
    public Key() {
      this(Clock.systemUTC());
    }

    Key(Clock clock) {
      super(Side.KEY, clock);
    }
  }

  /** Looks at the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends EventTimeLag<R> {
    public Value() {
      this(Clock.systemUTC());
    }

    Value(Clock clock) {
      super(Side.VALUE, clock);
    }
  }
}
