package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Checks that the fields a transform writes do not collide with each other. */
final class TargetPaths {
  private final Map<FieldPath, String> options = new HashMap<>();

  /**
   * Takes {@code path} for the option {@code name}.
   *
   * @throws ConfigException if another option writes the same field, one inside it or one around
   *     it, or if it is the element of an array
   */
  void claim(String name, FieldPath path) {
    if (path.steps().stream().anyMatch(FieldPath.Index.class::isInstance)) {
      throw new ConfigException(name, path, "a field to write cannot be the element of an array");
    }
    options.forEach(
        (taken, by) -> {
          if (contains(taken.steps(), path.steps()) || contains(path.steps(), taken.steps())) {
            throw new ConfigException(name, path, "collides with " + taken + " of " + by);
          }
        });
    options.put(path, name);
  }

  private static boolean contains(List<FieldPath.Step> outer, List<FieldPath.Step> inner) {
    return outer.size() <= inner.size() && inner.subList(0, outer.size()).equals(outer);
  }
}
