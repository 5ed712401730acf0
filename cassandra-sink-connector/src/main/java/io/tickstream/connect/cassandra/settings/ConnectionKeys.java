package io.tickstream.connect.cassandra.settings;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Range.between;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Where Cassandra is and how to talk to it. */
public final class ConnectionKeys {
  public static final String CONTACT_POINTS = "contactPoints";
  public static final String PORT = "port";
  public static final String LOCAL_DC = "loadBalancing.localDc";
  public static final String BUNDLE = "cloud.secureConnectBundle";
  public static final String POOL_SIZE = "connectionPoolLocalSize";
  public static final String TIMEOUT = "queryExecutionTimeout";
  public static final String COMPRESSION = "compression";
  public static final String VALIDATE_CONNECTIVITY = "validate.connectivity";

  /** Everything below is handed to the driver as it is. */
  public static final String DRIVER_PREFIX = "datastax-java-driver.";

  private ConnectionKeys() {}

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Connection")
        .add(
            CONTACT_POINTS,
            ConfigDef.Type.LIST,
            List.of(),
            null,
            Importance.HIGH,
            "Hosts of the cluster to begin with, separated by commas. Needs "
                + LOCAL_DC
                + ". Empty: 127.0.0.1, or what the driver's own settings say.")
        .add(
            PORT,
            ConfigDef.Type.INT,
            9042,
            between(1, 65535),
            Importance.HIGH,
            "Port of the native protocol on every node.")
        .add(
            LOCAL_DC,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.HIGH,
            "The data centre to write to, as the cluster names it, case included.")
        .add(
            BUNDLE,
            ConfigDef.Type.STRING,
            "",
            null,
            Importance.MEDIUM,
            "Secure connect bundle of a cloud database: a path, or the file as base64:… . Excludes "
                + CONTACT_POINTS
                + ", "
                + LOCAL_DC
                + " and ssl.*; consistency levels ANY, ONE and LOCAL_ONE become LOCAL_QUORUM.")
        .add(
            POOL_SIZE,
            ConfigDef.Type.INT,
            1,
            atLeast(1),
            Importance.MEDIUM,
            "Connections to each node of the local data centre. One carries some hundred thousand rows a second at the"
                + " least cost; more spread the work of single inserts over more of the node's threads.")
        .add(
            TIMEOUT,
            ConfigDef.Type.INT,
            30,
            atLeast(1),
            Importance.MEDIUM,
            "Seconds after which an unanswered write counts as failed and is sent again.")
        .add(
            COMPRESSION,
            ConfigDef.Type.STRING,
            "None",
            Choice.of("None", "LZ4", "Snappy"),
            Importance.MEDIUM,
            "Compression of what goes over the wire. Snappy forces protocol version 4, because"
                + " version 5 does not have it.")
        .add(
            VALIDATE_CONNECTIVITY,
            ConfigDef.Type.BOOLEAN,
            false,
            null,
            Importance.LOW,
            "Whether validating the configuration also asks the cluster: host, credentials,"
                + " keyspaces, tables, columns and types.");
  }
}
