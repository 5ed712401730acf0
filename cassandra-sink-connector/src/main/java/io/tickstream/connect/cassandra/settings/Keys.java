package io.tickstream.connect.cassandra.settings;

import org.apache.kafka.common.config.ConfigDef;

/** The connector's own keys: everything that does not begin with {@code topic.}. */
public final class Keys {

  private Keys() {}

  /** A fresh definition of all keys, in the order of the reference. */
  public static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    ConnectionKeys.define(definition);
    SecurityKeys.define(definition);
    WriteKeys.define(definition);
    TableCreationKeys.define(definition);
    MetricsKeys.define(definition);
    return definition;
  }
}
