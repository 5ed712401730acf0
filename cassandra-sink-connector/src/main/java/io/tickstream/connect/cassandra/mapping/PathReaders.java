package io.tickstream.connect.cassandra.mapping;

import io.tickstream.connect.cassandra.codec.LogicalValues;
import io.tickstream.connect.cassandra.codec.SumTypes;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Path;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Root;
import io.tickstream.connect.cassandra.mapping.ColumnSource.Step;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.sink.SinkRecord;
import org.jspecify.annotations.Nullable;

/** Compiles paths; those of one instance share what they parse. */
final class PathReaders {
  private final @Nullable Schema keySchema;
  private final @Nullable Schema valueSchema;
  private final @Nullable Schema elementSchema;
  private final Map<Root, JsonMemo> memos = new EnumMap<>(Root.class);

  PathReaders(
      @Nullable Schema keySchema, @Nullable Schema valueSchema, @Nullable Schema elementSchema) {
    this.keySchema = keySchema;
    this.valueSchema = valueSchema;
    this.elementSchema = elementSchema;
  }

  Accessor compile(Path path) {
    List<Step> steps = path.steps();
    if (path.root() == Root.HEADER) {
      String name = ((Step.Name) steps.get(0)).name();
      List<Step> rest = steps.subList(1, steps.size());
      StepReader reader =
          rest.isEmpty() ? null : StepReader.of(rest, "header." + name, new JsonMemo());
      return new HeaderAccessor(name, StepReader.flatName(steps), reader);
    }
    Schema schema =
        switch (path.root()) {
          case KEY -> keySchema;
          case VALUE -> valueSchema;
          default -> elementSchema;
        };
    if (steps.isEmpty()) {
      return new RootAccessor(path.root(), null, schema);
    }
    String where = path.root().name().toLowerCase(Locale.ROOT);
    JsonMemo memo = memos.computeIfAbsent(path.root(), root -> new JsonMemo());
    StepReader reader = StepReader.of(steps, where, memo);
    RootAccessor general = new RootAccessor(path.root(), reader, schemaAt(schema, steps));
    Field field = onlyField(schema, steps);
    return field == null || schema == null || path.root() == Root.ELEMENT
        ? general
        : new FieldAccessor(path.root() == Root.KEY, schema, field, general);
  }

  private static @Nullable Field onlyField(@Nullable Schema schema, List<Step> steps) {
    if (schema == null
        || schema.type() != Schema.Type.STRUCT
        || SumTypes.isNamed(schema)
        || !(steps.get(0) instanceof Step.Name first)) {
      return null;
    }
    Field field = schema.field(first.name());
    return steps.size() == 1
        ? field
        : field == null && StepReader.flatName(steps) != null
            ? schema.field(StepReader.flatName(steps))
            : null;
  }

  /** Null as soon as only the record itself can tell. */
  private static @Nullable Schema schemaAt(@Nullable Schema schema, List<Step> steps) {
    Schema current = schema;
    for (int i = 0; i < steps.size() && current != null; i++) {
      if (SumTypes.isNamed(current)) {
        return null;
      }
      Step step = steps.get(i);
      current =
          switch (current.type()) {
            case ARRAY -> step instanceof Step.Index ? current.valueSchema() : null;
            case MAP -> step instanceof Step.Name ? current.valueSchema() : null;
            case STRUCT -> {
              Field field = step instanceof Step.Name n ? current.field(n.name()) : null;
              yield field == null ? null : field.schema();
            }
            default -> null;
          };
    }
    return current;
  }

  /** A field of the key or value Struct itself: the path that has to be fast. */
  private record FieldAccessor(boolean ofKey, Schema structSchema, Field field, Accessor general)
      implements Accessor {
    @Override
    public @Nullable Object read(SinkRecord record, @Nullable Object element) {
      Object container = ofKey ? record.key() : record.value();
      return container instanceof Struct struct && struct.schema() == structSchema
          ? struct.get(field)
          : general.read(record, element);
    }

    @Override
    public Schema schema() {
      return field.schema();
    }
  }

  private record RootAccessor(Root root, @Nullable StepReader reader, @Nullable Schema schema)
      implements Accessor {
    @Override
    public @Nullable Object read(SinkRecord record, @Nullable Object element) {
      Object value =
          switch (root) {
            case KEY -> record.key();
            case VALUE -> record.value();
            default -> element;
          };
      return reader == null || value == null ? value : reader.read(value, schema);
    }
  }

  private record HeaderAccessor(String name, @Nullable String flatName, @Nullable StepReader reader)
      implements Accessor {
    @Override
    public @Nullable Object read(SinkRecord record, @Nullable Object element) {
      Header header = record.headers().lastWithName(name);
      if (header != null) {
        Object value = value(header);
        return reader == null || value == null ? value : reader.read(value, null);
      }
      Header flat = flatName == null ? null : record.headers().lastWithName(flatName);
      return flat == null ? MISSING : value(flat);
    }

    private static @Nullable Object value(Header header) {
      return LogicalValues.selfDescribing(header.value(), header.schema());
    }

    @Override
    public @Nullable Schema schema() {
      return null;
    }
  }
}
