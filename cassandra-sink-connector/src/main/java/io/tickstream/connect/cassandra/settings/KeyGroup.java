package io.tickstream.connect.cassandra.settings;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.jspecify.annotations.Nullable;

/** Adds keys of one group to a definition, in order. */
final class KeyGroup {
  private final ConfigDef definition;
  private final String name;
  private int order;

  KeyGroup(ConfigDef definition, String name) {
    this.definition = definition;
    this.name = name;
  }

  /**
   * @param defaultValue {@link ConfigDef#NO_DEFAULT_VALUE} for a required key
   */
  KeyGroup add(
      String key,
      ConfigDef.Type type,
      @Nullable Object defaultValue,
      @Nullable Validator validator,
      Importance importance,
      String documentation) {
    Width width =
        type == ConfigDef.Type.STRING || type == ConfigDef.Type.LIST ? Width.LONG : Width.SHORT;
    definition.define(
        key, type, defaultValue, validator, importance, documentation, name, ++order, width, key);
    return this;
  }
}
