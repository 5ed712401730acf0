package io.tickstream.connect.expressions;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Turns a path into a reader. As far as the schema is known every name becomes the index of a field
 * here, once; beyond it names are looked up in each value.
 */
final class PathCompiler {
  static final Reader<Object> IDENTITY = value -> value;

  /** A reader, and whether the schema has what it reads. */
  record Compiled<R>(Reader<R> reader, boolean known) {}

  private PathCompiler() {}

  /** How a field that is null and has a default in its schema reads. */
  enum Nulls {
    AS_DEFAULT {
      @Override
      @Nullable Object read(Struct struct, Field field) {
        return struct.get(field);
      }
    },
    AS_NULL {
      @Override
      @Nullable Object read(Struct struct, Field field) {
        return field.schema().defaultValue() == null
            ? struct.get(field)
            : struct.getWithoutDefault(field.name());
      }
    };

    abstract @Nullable Object read(Struct struct, Field field);
  }

  static <R> Compiled<R> compile(Root<R> root, FieldPath path) {
    return compile(root, path, Nulls.AS_DEFAULT);
  }

  static <R> Compiled<R> compile(Root<R> root, FieldPath path, Nulls nulls) {
    Reader<R> reader = root.reader();
    Schema schema = root.schema();
    List<FieldPath.Step> steps = path.steps();
    for (FieldPath.Step step : steps.subList(root.steps(), steps.size())) {
      if (schema != null && !leadsInto(schema, step)) {
        return new Compiled<>(input -> null, false);
      }
      reader = next(reader, schema, step, nulls);
      schema = schema == null ? null : schemaAfter(schema, step);
    }
    return new Compiled<>(reader, true);
  }

  static @Nullable Schema schemaAt(Schema schema, List<FieldPath.Step> steps) {
    Schema reached = schema;
    for (FieldPath.Step step : steps) {
      if (!leadsInto(reached, step)) {
        return null;
      }
      reached = schemaAfter(reached, step);
    }
    return reached;
  }

  private static boolean leadsInto(Schema schema, FieldPath.Step step) {
    return switch (schema.type()) {
      case STRUCT -> step instanceof FieldPath.Name name && schema.field(name.name()) != null;
      case MAP -> step instanceof FieldPath.Name;
      case ARRAY -> step instanceof FieldPath.Index;
      default -> false;
    };
  }

  private static Schema schemaAfter(Schema schema, FieldPath.Step step) {
    return step instanceof FieldPath.Name name && schema.type() == Schema.Type.STRUCT
        ? schema.field(name.name()).schema()
        : schema.valueSchema();
  }

  private static <R> Reader<R> next(
      Reader<R> parent, @Nullable Schema schema, FieldPath.Step step, Nulls nulls) {
    if (step instanceof FieldPath.Index index) {
      int at = index.index();
      return input -> element(parent.read(input), at);
    }
    String name = ((FieldPath.Name) step).name();
    if (schema == null || schema.type() != Schema.Type.STRUCT) {
      return input -> entry(parent.read(input), name, nulls);
    }
    Field field = schema.field(name);
    // What the values do not decide is decided here, so that a read is one array access.
    boolean plain = nulls == Nulls.AS_DEFAULT || field.schema().defaultValue() == null;
    if (parent == IDENTITY && plain) {
      return input -> ((Struct) input).get(field);
    }
    return input -> parent.read(input) instanceof Struct struct ? nulls.read(struct, field) : null;
  }

  private static @Nullable Object element(@Nullable Object value, int index) {
    return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
  }

  private static @Nullable Object entry(@Nullable Object value, String name, Nulls nulls) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (value instanceof Struct struct) {
      Field field = struct.schema().field(name);
      return field == null ? null : nulls.read(struct, field);
    }
    return null;
  }
}
