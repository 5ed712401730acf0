package io.tickstream.connect.transforms.options;

import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.jspecify.annotations.Nullable;

/** Adds options to a {@link ConfigDef} under one heading, in the order in which they are given. */
public final class OptionGroup {
  private final ConfigDef def;
  private final String name;
  private int order;

  public OptionGroup(ConfigDef def, String name) {
    this.def = def;
    this.name = name;
  }

  /** Text; without a default the option is required. */
  public OptionGroup text(
      String option,
      @Nullable String ifUnset,
      Checked check,
      Importance importance,
      String documentation) {
    return add(option, ConfigDef.Type.STRING, ifUnset, check, importance, documentation);
  }

  /** Texts separated by commas; without a default the option is required. */
  public OptionGroup list(
      String option,
      @Nullable String ifUnset,
      Checked check,
      Importance importance,
      String documentation) {
    return add(option, ConfigDef.Type.LIST, ifUnset, check, importance, documentation);
  }

  /** One of the constants of an enum. */
  public <E extends Enum<E>> OptionGroup choice(
      String option, E ifUnset, Importance importance, String documentation) {
    return add(
        option,
        ConfigDef.Type.STRING,
        Choice.text(ifUnset),
        Choice.of(ifUnset.getDeclaringClass()),
        importance,
        documentation);
  }

  public OptionGroup flag(
      String option, boolean ifUnset, Importance importance, String documentation) {
    return add(option, ConfigDef.Type.BOOLEAN, ifUnset, null, importance, documentation);
  }

  /** A whole number from {@code least} to {@code most}; without a default it is required. */
  public OptionGroup number(
      String option,
      @Nullable Long ifUnset,
      long least,
      long most,
      Importance importance,
      String documentation) {
    return add(
        option,
        ConfigDef.Type.LONG,
        ifUnset,
        ConfigDef.Range.between(least, most),
        importance,
        documentation);
  }

  private OptionGroup add(
      String option,
      ConfigDef.Type type,
      @Nullable Object ifUnset,
      ConfigDef.@Nullable Validator validator,
      Importance importance,
      String documentation) {
    def.define(
        option,
        type,
        ifUnset == null ? ConfigDef.NO_DEFAULT_VALUE : ifUnset,
        validator,
        importance,
        documentation,
        name,
        ++order,
        ConfigDef.Width.MEDIUM,
        displayName(option));
    return this;
  }

  private static String displayName(String option) {
    String words = option.replace('.', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
