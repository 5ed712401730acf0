package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.codec.ConversionException;
import io.tickstream.connect.cassandra.codec.LogicalValues;
import io.tickstream.connect.cassandra.codec.SumTypes;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path and those behind it, into Structs, Maps, lists and text that holds JSON. A
 * name that is not there is also looked up with what follows it, {@code a.b}, as a flat name.
 */
final class StepReader {
  private final Step step;
  private final @Nullable String flatName;
  private final String where;
  private final JsonMemo memo;
  private final @Nullable StepReader next;

  private StepReader(List<Step> steps, String where, JsonMemo memo) {
    this.step = steps.get(0);
    this.flatName = flatName(steps);
    this.where = where;
    this.memo = memo;
    this.next =
        steps.size() == 1
            ? null
            : new StepReader(
                steps.subList(1, steps.size()), where + describe(step), new JsonMemo());
  }

  static StepReader of(List<Step> steps, String where, JsonMemo memo) {
    return new StepReader(steps, where, memo);
  }

  /** Null when it is a single name or not only names. */
  static @Nullable String flatName(List<Step> steps) {
    return steps.size() > 1 && steps.stream().allMatch(Step.Name.class::isInstance)
        ? steps.stream().map(each -> ((Step.Name) each).name()).collect(Collectors.joining("."))
        : null;
  }

  private static String describe(Step step) {
    return step instanceof Step.Index i ? "[" + i.index() + "]" : "." + ((Step.Name) step).name();
  }

  /**
   * @param expected the schema that the accessor announced; null for none
   */
  @Nullable Object read(Object container, @Nullable Schema expected) {
    Object opened = open(container);
    if (opened == null) {
      return null;
    }
    Object value =
        step instanceof Step.Name name
            ? named(opened, name.name(), expected)
            : indexed(opened, ((Step.Index) step).index());
    if (value == Accessor.MISSING && flatName != null) {
      return named(opened, flatName, expected);
    }
    return next == null || value == null || value == Accessor.MISSING
        ? value
        : next.read(value, expected);
  }

  /** Out of its wrapper or its JSON. */
  private @Nullable Object open(Object container) {
    Object opened = container;
    while (opened instanceof Struct struct && SumTypes.isNamed(struct.schema())) {
      Field branch = SumTypes.branch(struct);
      opened = branch == null ? null : struct.get(branch);
    }
    return opened instanceof String text ? memo.parse(text, where) : opened;
  }

  private @Nullable Object named(Object container, String name, @Nullable Schema expected) {
    if (container instanceof Struct struct) {
      Field field = struct.schema().field(name);
      if (field == null) {
        return Accessor.MISSING;
      }
      Object value = struct.get(field);
      return field.schema() == expected
          ? value
          : LogicalValues.selfDescribing(value, field.schema());
    }
    if (container instanceof Map<?, ?> map) {
      Object value = map.get(name);
      return value == null && !map.containsKey(name) ? Accessor.MISSING : value;
    }
    throw new ConversionException(
        where + " is a " + container.getClass().getName() + ", which has no field " + name);
  }

  private @Nullable Object indexed(Object container, int index) {
    if (container instanceof List<?> list) {
      return index < list.size() ? list.get(index) : Accessor.MISSING;
    }
    throw new ConversionException(
        where + " is a " + container.getClass().getName() + ", which is no array");
  }
}
