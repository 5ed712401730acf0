package io.tickstream.connect.cassandra.settings;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Whether the sink may change the schema. */
public final class TableCreationKeys {
  public static final String AUTO_CREATE = "autoCreate";
  public static final String AUTO_ALTER = "autoAlter";

  private TableCreationKeys() {}

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Tables")
        .add(
            AUTO_CREATE,
            ConfigDef.Type.STRING,
            "none",
            Choice.of("none", "table", "keyspace"),
            Importance.MEDIUM,
            "What the sink creates when it is missing: nothing, tables, or keyspaces and tables."
                + " May be set per table as well.")
        .add(
            AUTO_ALTER,
            ConfigDef.Type.BOOLEAN,
            false,
            null,
            Importance.MEDIUM,
            "Whether the sink adds mapped columns that a table lacks. May be set per table as"
                + " well.");
  }
}
