package io.tickstream.connect.transforms.edit;

import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Copies a Struct or Map and writes computed values into the copy. Compiled once per schema. */
public interface Editor {
  /** As a value for a Map: leaves the entry as it is, there or not. */
  Object LEAVE = new Object();

  /** The schema of what {@link #write} returns; null for Maps. */
  @Nullable Schema schema();

  /**
   * A copy of {@code root} with {@code values} in place, in the order of the slots; every field
   * that is not a slot keeps exactly what it had, null in a field with a default included.
   *
   * @throws FieldFault if a value cannot be placed
   */
  Object write(Object root, @Nullable Object[] values);

  /**
   * An editor for Structs of {@code schema}, or for Maps when there is none.
   *
   * @throws FieldFault if a slot cannot be in this schema
   */
  static Editor of(@Nullable Schema schema, List<Slot> slots) {
    SlotTree tree = SlotTree.of(slots);
    return schema == null ? new MapEditor(tree) : new StructEditor(schema, tree);
  }
}
