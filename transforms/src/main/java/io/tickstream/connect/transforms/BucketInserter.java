package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.edit.Editor;
import io.tickstream.connect.transforms.edit.FieldFault;
import io.tickstream.connect.transforms.edit.Slot;
import io.tickstream.connect.transforms.options.Remedy;
import io.tickstream.connect.transforms.time.BucketType;
import io.tickstream.connect.transforms.time.Granularity;
import io.tickstream.connect.transforms.time.TimeField;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** {@link TimeBucket} at work. */
final class BucketInserter<R extends ConnectRecord<R>> implements Operation<R> {
  /** The sources compiled for one schema; null stands for the record's timestamp. */
  private record Plan(List<@Nullable TimeField> sources, Editor editor) {}

  private final Side side;
  private final TimeBucketConfig config;
  private final Granularity granularity;
  private final BucketType type;
  private final DateTimeFormatter text;
  private final ZoneId zone;
  private final Remedy onMissing;
  private final Remedy onInvalid;
  private final SchemaPlans<Plan> plans = new SchemaPlans<>(this::plan);

  BucketInserter(TimeBucketConfig config, Side side) {
    this.side = side;
    this.config = config;
    this.granularity = config.granularity();
    this.type = config.outputType();
    this.text = config.text();
    this.zone = config.zone();
    this.onMissing = config.remedy(TimeBucketConfig.ON_MISSING);
    this.onInvalid = config.remedy(TimeBucketConfig.ON_INVALID);
  }

  @Override
  public R apply(R record, @Nullable Schema schema, Object content) {
    RecordTransform.requireFields(content);
    Plan plan = plans.get(schema);
    @Nullable Object[] values = new Object[plan.sources.size()];
    for (int i = 0; i < values.length; i++) {
      TimeField source = plan.sources.get(i);
      Object value = source == null ? record.timestamp() : source.value(content);
      Instant moment = value == null ? null : moment(source, value);
      if (moment != null) {
        values[i] = bucket(moment);
      } else {
        Remedy remedy = value == null ? onMissing : onInvalid;
        if (remedy == Remedy.FAIL) {
          throw fault(source, value);
        }
        if (remedy == Remedy.SKIP) {
          return record;
        }
      }
    }
    return side.with(record, plan.editor.schema(), plan.editor.write(content, values));
  }

  private Plan plan(@Nullable Schema schema) {
    List<@Nullable TimeField> sources = new ArrayList<>();
    for (String source : config.sources()) {
      sources.add(
          source.equals(TimeBucketConfig.RECORD_TIMESTAMP)
              ? null
              : new TimeField(config.path(source), schema, config.format()));
    }
    Schema bucket = type.schema(onMissing == Remedy.NULL || onInvalid == Remedy.NULL);
    List<Slot> slots = new ArrayList<>();
    for (FieldPath path : config.bucketFields()) {
      slots.add(new Slot(path, bucket, config.conflict()));
    }
    return new Plan(sources, Editor.of(schema, slots));
  }

  private static @Nullable Instant moment(@Nullable TimeField source, Object value) {
    return source == null ? Instant.ofEpochMilli((Long) value) : source.moment(value);
  }

  private Object bucket(Instant moment) {
    try {
      return type.write(granularity.start(moment.atZone(zone)), granularity, text);
    } catch (ArithmeticException | DateTimeException e) {
      throw new FieldFault("the time is too far away for output.type; choose another type");
    }
  }

  private static FieldFault fault(@Nullable TimeField source, @Nullable Object value) {
    if (source == null) {
      return new FieldFault("the record has no timestamp; set on.missing if that is expected");
    }
    return value == null ? source.missing() : source.invalid(value);
  }
}
