package io.tickstream.connect.transforms.options;

import io.tickstream.connect.expressions.FieldPath;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** How the options that name fields are read; the versions are those of Kafka's KIP-821. */
public enum PathSyntax {
  /** The whole option is one name at the top level. */
  V1,
  /** Dots lead into nested fields. */
  V2;

  private static final String OPTION = "field.syntax.version";

  /** Adds the option that says which version holds. */
  public static void define(OptionGroup group) {
    group.choice(
        OPTION,
        V2,
        Importance.LOW,
        "How field names are read. v2: dots lead into nested fields (meta.requested), [0] into"
            + " arrays, backticks or double quotes hold a name with a dot. v1: a name is taken"
            + " literally, at the top level.");
  }

  /** The paths in a list option. */
  public static List<FieldPath> paths(AbstractConfig config, String option) {
    return config.getList(option).stream().map(text -> path(config, text)).toList();
  }

  public static FieldPath path(AbstractConfig config, String text) {
    PathSyntax syntax = Choice.of(PathSyntax.class).parse(OPTION, config.getString(OPTION));
    return syntax == V1 ? FieldPath.ofName(text) : FieldPath.parse(text);
  }
}
