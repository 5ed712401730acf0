package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.edit.Editor;
import io.tickstream.connect.transforms.edit.FieldFault;
import io.tickstream.connect.transforms.edit.Slot;
import io.tickstream.connect.transforms.options.Remedy;
import io.tickstream.connect.transforms.time.StampType;
import io.tickstream.connect.transforms.time.TimeField;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;

/** {@link InsertTimestamps} at work. */
final class TimestampInserter<R extends ConnectRecord<R>> implements Operation<R> {
  /**
   * What is compiled for one schema: the event fields, and the editor unless headers are written.
   */
  private record Plan(List<TimeField> events, @Nullable Editor editor) {}

  private final Side side;
  private final Clock clock;
  private final List<Stamp> stamps;
  private final List<FieldPath> eventFields;
  private final TimeFormat format;
  private final StampType type;
  private final ZoneId zone;
  private final boolean latencyInMicros;
  private final boolean toHeaders;
  private final Remedy onMissing;
  private final Remedy onInvalid;
  private final Conflict conflict;
  private final Schema stampSchema;
  private final Schema latencySchema;
  private final SchemaPlans<Plan> plans = new SchemaPlans<>(this::plan);

  TimestampInserter(InsertTimestampsConfig config, Side side, Clock clock) {
    this.side = side;
    this.clock = clock;
    this.stamps = config.stamps();
    this.eventFields = config.eventFields();
    this.format = config.eventFormat();
    this.type = config.outputType();
    this.zone = config.zone();
    this.latencyInMicros = config.latencyInMicros();
    this.toHeaders = config.target() == InsertTimestampsConfig.Target.HEADER;
    this.onMissing = config.remedy(InsertTimestampsConfig.ON_MISSING);
    this.onInvalid = config.remedy(InsertTimestampsConfig.ON_INVALID);
    this.conflict = config.conflict();
    this.stampSchema = type.schema(config.optional());
    this.latencySchema = config.optional() ? Schema.OPTIONAL_INT64_SCHEMA : Schema.INT64_SCHEMA;
  }

  @Override
  public R apply(R record, @Nullable Schema schema, Object content) {
    if (!toHeaders || !eventFields.isEmpty()) {
      RecordTransform.requireFields(content);
    }
    Plan plan = plans.get(schema);
    Editor editor = plan.editor;
    @Nullable Object[] values = new Object[stamps.size()];
    if (!fill(values, record, content, plan.events)) {
      return record;
    }
    if (editor == null) {
      return withHeaders(record, values);
    }
    return side.with(record, editor.schema(), editor.write(content, values));
  }

  private Plan plan(@Nullable Schema schema) {
    List<TimeField> events =
        eventFields.stream().map(path -> new TimeField(path, schema, format)).toList();
    return new Plan(events, toHeaders ? null : Editor.of(schema, slots()));
  }

  private List<Slot> slots() {
    return stamps.stream().map(stamp -> new Slot(stamp.path(), schemaOf(stamp), conflict)).toList();
  }

  private Schema schemaOf(Stamp stamp) {
    return stamp.source() == Stamp.Source.LATENCY ? latencySchema : stampSchema;
  }

  /** Computes every stamp; false when the record is to pass as it came. */
  private boolean fill(
      @Nullable Object[] values, R record, Object content, List<TimeField> fields) {
    @Nullable Instant[] events = new Instant[fields.size()];
    for (int i = 0; i < events.length; i++) {
      TimeField field = fields.get(i);
      Object value = field.value(content);
      events[i] = value == null ? null : field.moment(value);
      if (events[i] == null) {
        Remedy remedy = value == null ? onMissing : onInvalid;
        if (remedy == Remedy.FAIL) {
          throw value == null ? field.missing() : field.invalid(value);
        }
        if (remedy == Remedy.SKIP) {
          return false;
        }
      }
    }
    Instant now = clock.instant();
    for (int i = 0; i < values.length; i++) {
      Stamp stamp = stamps.get(i);
      switch (stamp.source()) {
        case EVENT -> values[i] = written(events[stamp.event()], stamp);
        case PROCESSING -> values[i] = written(now, stamp);
        case LATENCY -> values[i] = latency(events[0], now);
        case RECORD -> {
          Long timestamp = record.timestamp();
          if (timestamp == null && onMissing == Remedy.FAIL) {
            throw new FieldFault("the record has no timestamp; set on.missing if that is expected");
          }
          if (timestamp == null && onMissing == Remedy.SKIP) {
            return false;
          }
          values[i] = timestamp == null ? null : written(Instant.ofEpochMilli(timestamp), stamp);
        }
      }
    }
    return true;
  }

  private @Nullable Object written(@Nullable Instant moment, Stamp stamp) {
    try {
      return moment == null ? null : type.write(moment, zone);
    } catch (ArithmeticException | DateTimeException e) {
      throw new FieldFault(
          "the time for " + stamp.name() + " does not fit output.type; choose another type");
    }
  }

  /** Negative when the producer's clock is ahead: that is worth seeing, so it is not clamped. */
  private @Nullable Long latency(@Nullable Instant event, Instant now) {
    if (event == null) {
      return null;
    }
    try {
      long micros =
          Math.addExact(
              Math.multiplyExact(now.getEpochSecond() - event.getEpochSecond(), 1_000_000L),
              Math.floorDiv(now.getNano() - event.getNano(), 1_000));
      return latencyInMicros ? micros : Math.floorDiv(micros, 1_000);
    } catch (ArithmeticException e) {
      throw new FieldFault("the latency of field " + eventFields.get(0) + " does not fit 64 bits");
    }
  }

  private R withHeaders(R record, @Nullable Object[] values) {
    Headers headers = record.headers().duplicate();
    for (int i = 0; i < values.length; i++) {
      Stamp stamp = stamps.get(i);
      if (headers.lastWithName(stamp.name()) != null) {
        if (conflict == Conflict.KEEP) {
          continue;
        }
        if (conflict == Conflict.FAIL) {
          throw new FieldFault(
              "header "
                  + stamp.name()
                  + " exists already; choose another name or set on.conflict to keep or overwrite");
        }
        headers.remove(stamp.name());
      }
      headers.add(stamp.name(), values[i], schemaOf(stamp));
    }
    return record.newRecord(
        record.topic(),
        record.kafkaPartition(),
        record.keySchema(),
        record.key(),
        record.valueSchema(),
        record.value(),
        record.timestamp(),
        headers);
  }
}
