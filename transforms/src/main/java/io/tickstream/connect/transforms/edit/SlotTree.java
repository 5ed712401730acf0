package io.tickstream.connect.transforms.edit;

import io.tickstream.connect.expressions.FieldPath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Slots arranged by the Struct or Map they belong to. */
record SlotTree(String path, Map<String, Branch> branches) {
  /** What stands under a name. */
  sealed interface Branch {}

  /** A field to write, with its place among the values. */
  record Leaf(Slot slot, int index) implements Branch {}

  /** A Struct or Map to descend into. */
  record Inner(SlotTree tree) implements Branch {}

  static SlotTree of(List<Slot> slots) {
    SlotTree root = new SlotTree("", new LinkedHashMap<>());
    for (int index = 0; index < slots.size(); index++) {
      Slot slot = slots.get(index);
      SlotTree parent = root;
      List<FieldPath.Step> steps = slot.path().steps();
      for (FieldPath.Step step : steps.subList(0, steps.size() - 1)) {
        parent = parent.child(name(step));
      }
      parent.branches.put(name(steps.get(steps.size() - 1)), new Leaf(slot, index));
    }
    return root;
  }

  /** The full path of a name in this Struct or Map, for messages. */
  String pathOf(String name) {
    return path.isEmpty() ? name : path + "." + name;
  }

  private SlotTree child(String name) {
    Branch branch =
        branches.computeIfAbsent(
            name, n -> new Inner(new SlotTree(pathOf(n), new LinkedHashMap<>())));
    if (branch instanceof Inner inner) {
      return inner.tree();
    }
    throw new IllegalArgumentException("a path leads through the field " + pathOf(name));
  }

  private static String name(FieldPath.Step step) {
    if (step instanceof FieldPath.Name name) {
      return name.name();
    }
    throw new IllegalArgumentException("a field to write cannot be the element of an array");
  }
}
