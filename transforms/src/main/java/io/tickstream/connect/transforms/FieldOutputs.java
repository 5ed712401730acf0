package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.options.PathSyntax;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;

/** Reads the pair of list options that say which fields become which. */
final class FieldOutputs {
  private FieldOutputs() {}

  /** Checks that the lists fit and that no two outputs collide. */
  static void check(AbstractConfig config, String from, String to) {
    int fields = config.getList(from).size();
    int outputs = config.getList(to).size();
    if (outputs != 0 && fields != 0 && outputs != fields) {
      throw new ConfigException(
          to, config.getList(to), "needs one name for each of the " + fields + " in " + from);
    }
    TargetPaths targets = new TargetPaths();
    for (FieldOutput output : read(config, from, to, Conflict.FAIL)) {
      targets.claim(outputs == 0 ? from : to, output.to());
    }
  }

  /** The fields with their outputs: in place, which overwrites, unless outputs are given. */
  static List<FieldOutput> read(AbstractConfig config, String from, String to, Conflict conflict) {
    List<FieldPath> fields = PathSyntax.paths(config, from);
    List<FieldPath> outputs = PathSyntax.paths(config, to);
    List<FieldOutput> pairs = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      FieldPath field = fields.get(i);
      FieldPath output = outputs.size() == fields.size() ? outputs.get(i) : field;
      pairs.add(
          new FieldOutput(field, output, output.equals(field) ? Conflict.OVERWRITE : conflict));
    }
    return pairs;
  }
}
