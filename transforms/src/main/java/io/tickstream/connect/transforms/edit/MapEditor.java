package io.tickstream.connect.transforms.edit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;

/** Edits schemaless values; the order of the entries is kept. */
final class MapEditor implements Editor {
  private final SlotTree tree;

  MapEditor(SlotTree tree) {
    this.tree = tree;
  }

  @Override
  public @Nullable Schema schema() {
    return null;
  }

  @Override
  public Object write(Object root, @Nullable Object[] values) {
    return write((Map<?, ?>) root, tree, values);
  }

  private static Map<Object, @Nullable Object> write(
      Map<?, ?> in, SlotTree tree, @Nullable Object[] values) {
    Map<Object, @Nullable Object> out = new LinkedHashMap<>(in);
    tree.branches()
        .forEach(
            (name, branch) -> {
              if (branch instanceof SlotTree.Leaf leaf) {
                put(out, name, leaf, values[leaf.index()], tree);
              } else {
                descend(out, name, ((SlotTree.Inner) branch).tree(), values);
              }
            });
    return out;
  }

  private static void put(
      Map<Object, @Nullable Object> out,
      String name,
      SlotTree.Leaf leaf,
      @Nullable Object value,
      SlotTree tree) {
    if (value == Editor.LEAVE) {
      return;
    }
    Conflict conflict = leaf.slot().conflict();
    if (conflict == Conflict.OVERWRITE || !out.containsKey(name)) {
      out.put(name, value);
    } else if (conflict == Conflict.FAIL) {
      throw new FieldFault(Faults.exists(tree.pathOf(name)));
    }
  }

  private static void descend(
      Map<Object, @Nullable Object> out, String name, SlotTree tree, @Nullable Object[] values) {
    Object inner = out.get(name);
    if (inner instanceof Map<?, ?> map) {
      out.put(name, write(map, tree, values));
    } else if ((inner != null || !out.containsKey(name)) && !leaves(tree, values)) {
      throw new FieldFault(Faults.noParent(tree.path()));
    }
  }

  /** Whether nothing is to be written there, so that it need not be there at all. */
  private static boolean leaves(SlotTree tree, @Nullable Object[] values) {
    return tree.branches().values().stream()
        .allMatch(
            branch ->
                branch instanceof SlotTree.Leaf leaf
                    ? values[leaf.index()] == Editor.LEAVE
                    : leaves(((SlotTree.Inner) branch).tree(), values));
  }
}
