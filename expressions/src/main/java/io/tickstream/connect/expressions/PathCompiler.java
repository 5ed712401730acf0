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

  static <R> Compiled<R> compile(Root<R> root, FieldPath path) {
    Reader<R> reader = root.reader();
    Schema schema = root.schema();
    List<FieldPath.Step> steps = path.steps();
    for (FieldPath.Step step : steps.subList(root.steps(), steps.size())) {
      if (schema != null && !leadsInto(schema, step)) {
        return new Compiled<>(input -> null, false);
      }
      reader = next(reader, schema, step);
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
      Reader<R> parent, @Nullable Schema schema, FieldPath.Step step) {
    if (step instanceof FieldPath.Index index) {
      int at = index.index();
      return input -> element(parent.read(input), at);
    }
    String name = ((FieldPath.Name) step).name();
    if (schema == null || schema.type() != Schema.Type.STRUCT) {
      return input -> entry(parent.read(input), name);
    }
    Field field = schema.field(name);
    if (parent == IDENTITY) {
      return input -> ((Struct) input).get(field);
    }
    return input -> parent.read(input) instanceof Struct struct ? struct.get(field) : null;
  }

  private static @Nullable Object element(@Nullable Object value, int index) {
    return value instanceof List<?> list && index < list.size() ? list.get(index) : null;
  }

  private static @Nullable Object entry(@Nullable Object value, String name) {
    if (value instanceof Map<?, ?> map) {
      return map.get(name);
    }
    if (value instanceof Struct struct) {
      Field field = struct.schema().field(name);
      return field == null ? null : struct.get(field);
    }
    return null;
  }
}
