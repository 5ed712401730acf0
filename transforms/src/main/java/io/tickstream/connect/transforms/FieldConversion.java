package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.Reader;
import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.edit.Editor;
import io.tickstream.connect.transforms.edit.FieldFault;
import io.tickstream.connect.transforms.edit.Slot;
import io.tickstream.connect.transforms.options.Remedy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** A transform that turns the values of some fields into others, in place or into new fields. */
final class FieldConversion<R extends ConnectRecord<R>> implements Operation<R> {
  /** What one kind of transform does to a field. */
  interface Conversion {
    /** The schema of the result, given that of the field, or null when there is none. */
    Schema schema(@Nullable Schema field);

    /**
     * The new value; {@link #SKIP} to let the record pass as it came.
     *
     * @throws FieldFault for a value that cannot be converted
     */
    @Nullable Object convert(Object value, FieldOutput output);
  }

  /** As a result: the whole record is to pass as it came. */
  static final Object SKIP = new Object();

  /** The fields there are in one schema, their readers and the editor that takes the results. */
  private record Plan(List<FieldOutput> outputs, List<Reader<Object>> readers, Editor editor) {}

  private final Side side;
  private final List<FieldOutput> outputs;
  private final Remedy onMissing;
  private final Conversion conversion;
  private final SchemaPlans<Plan> plans = new SchemaPlans<>(this::plan);

  FieldConversion(Side side, List<FieldOutput> outputs, Remedy onMissing, Conversion conversion) {
    this.side = side;
    this.outputs = outputs;
    this.onMissing = onMissing;
    this.conversion = conversion;
  }

  @Override
  public R apply(R record, @Nullable Schema schema, Object content) {
    RecordTransform.requireFields(content);
    Plan plan = plans.get(schema);
    @Nullable Object[] values = new Object[plan.outputs.size()];
    boolean changed = plan.editor.schema() != schema;
    for (int i = 0; i < values.length; i++) {
      FieldOutput output = plan.outputs.get(i);
      Object value = plan.readers.get(i).read(content);
      Object converted =
          value == null ? missing(output, schema) : conversion.convert(value, output);
      if (converted == SKIP) {
        return record;
      }
      changed |= !output.inPlace() || (value != null && !Objects.equals(value, converted));
      values[i] = converted;
    }
    return changed
        ? side.with(record, plan.editor.schema(), plan.editor.write(content, values))
        : record;
  }

  private @Nullable Object missing(FieldOutput output, @Nullable Schema schema) {
    return switch (onMissing) {
      case SKIP -> SKIP;
      case NULL -> schema == null && output.inPlace() ? Editor.LEAVE : null;
      case FAIL ->
          throw new FieldFault(
              "field "
                  + output.from()
                  + " is missing or null; set on.missing if such records are expected");
    };
  }

  private Plan plan(@Nullable Schema schema) {
    List<FieldOutput> present = new ArrayList<>();
    List<Reader<Object>> readers = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    for (FieldOutput output : outputs) {
      Schema field = schema == null ? null : output.from().schemaIn(schema);
      boolean absent = schema != null && field == null;
      // What is not there cannot be changed in place, and need not be when null is accepted.
      if (!absent || !output.inPlace() || onMissing != Remedy.NULL) {
        present.add(output);
        readers.add(output.from().readerOfNulls(schema));
        Conflict conflict = absent && output.inPlace() ? Conflict.KEEP : output.conflict();
        slots.add(new Slot(output.to(), conversion.schema(field), conflict));
      }
    }
    return new Plan(present, readers, Editor.of(schema, slots));
  }
}
