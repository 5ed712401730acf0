package io.tickstream.connect.transforms.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** Edits Structs of one schema; every field is found by its index. */
final class StructEditor implements Editor {
  private static final int COPIED = -1;

  /** Where a field of the result comes from: a value, or the input, edited deeper down or not. */
  private record Origin(int value, @Nullable Field in, @Nullable StructEditor inner) {}

  private final Schema schema;
  private final Field[] out;
  private final Origin[] origins;

  StructEditor(Schema in, SlotTree tree) {
    List<Origin> found = new ArrayList<>();
    SchemaBuilder builder = basicsOf(in);
    boolean changed = false;
    for (Field field : in.fields()) {
      Origin origin = originOf(field, tree.branches().get(field.name()), tree);
      Schema fieldSchema = schemaOf(origin, field, tree);
      changed |= !fieldSchema.equals(field.schema());
      builder.field(field.name(), fieldSchema);
      found.add(origin);
    }
    for (Map.Entry<String, SlotTree.Branch> entry : tree.branches().entrySet()) {
      if (in.field(entry.getKey()) == null) {
        if (!(entry.getValue() instanceof SlotTree.Leaf leaf)) {
          throw new FieldFault(Faults.noParent(tree.pathOf(entry.getKey())));
        }
        builder.field(entry.getKey(), leaf.slot().schema());
        found.add(new Origin(leaf.index(), null, null));
        changed = true;
      }
    }
    origins = found.toArray(Origin[]::new);
    schema = changed ? finished(builder, in) : in;
    out = schema.fields().toArray(Field[]::new);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public Struct write(Object root, @Nullable Object[] values) {
    Struct in = (Struct) root;
    Struct result = new Struct(schema);
    for (int i = 0; i < out.length; i++) {
      Origin origin = origins[i];
      Field from = origin.in;
      if (from == null) {
        put(result, out[i], values[origin.value]);
        continue;
      }
      Object value = valueOf(in, from);
      if (value != null) {
        result.put(out[i], origin.inner == null ? value : origin.inner.write(value, values));
      }
    }
    return result;
  }

  /** A null is what a new Struct has; putting it would be refused where a default stands for it. */
  private static void put(Struct struct, Field field, @Nullable Object value) {
    if (value != null || field.schema().defaultValue() == null) {
      struct.put(field, value);
    }
  }

  /** What is there, not the default that stands in for null. */
  private static @Nullable Object valueOf(Struct struct, Field field) {
    return field.schema().defaultValue() == null
        ? struct.get(field)
        : struct.getWithoutDefault(field.name());
  }

  private static Origin originOf(Field field, SlotTree.@Nullable Branch branch, SlotTree tree) {
    if (branch == null) {
      return new Origin(COPIED, field, null);
    }
    if (branch instanceof SlotTree.Inner inner) {
      if (field.schema().type() != Schema.Type.STRUCT) {
        throw new FieldFault(Faults.noParent(tree.pathOf(field.name())));
      }
      return new Origin(COPIED, field, new StructEditor(field.schema(), inner.tree()));
    }
    SlotTree.Leaf leaf = (SlotTree.Leaf) branch;
    return switch (leaf.slot().conflict()) {
      case KEEP -> new Origin(COPIED, field, null);
      case OVERWRITE -> new Origin(leaf.index(), null, null);
      case FAIL -> throw new FieldFault(Faults.exists(tree.pathOf(field.name())));
    };
  }

  private static Schema schemaOf(Origin origin, Field field, SlotTree tree) {
    if (origin.inner != null) {
      return origin.inner.schema;
    }
    return origin.in == null && tree.branches().get(field.name()) instanceof SlotTree.Leaf leaf
        ? leaf.slot().schema()
        : field.schema();
  }

  private static SchemaBuilder basicsOf(Schema in) {
    SchemaBuilder builder = SchemaBuilder.struct().name(in.name()).version(in.version());
    builder.doc(in.doc());
    if (in.parameters() != null) {
      builder.parameters(in.parameters());
    }
    return in.isOptional() ? builder.optional() : builder;
  }

  /** A default is a Struct of the old schema, so it is carried over where it fits the new one. */
  private Schema finished(SchemaBuilder builder, Schema in) {
    if (!(in.defaultValue() instanceof Struct old)) {
      return builder.build();
    }
    Struct carried = new Struct(builder);
    for (int i = 0; i < origins.length; i++) {
      Field field = builder.fields().get(i);
      Field from = origins[i].in;
      if (from != null && field.schema().equals(from.schema())) {
        Object value = valueOf(old, from);
        if (value != null) {
          carried.put(field, value);
        }
      } else if (!field.schema().isOptional()) {
        return builder.build();
      }
    }
    return builder.defaultValue(carried).build();
  }
}
