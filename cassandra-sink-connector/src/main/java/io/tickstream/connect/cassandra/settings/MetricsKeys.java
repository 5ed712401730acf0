package io.tickstream.connect.cassandra.settings;

import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** What is published over JMX. */
public final class MetricsKeys {
  public static final String JMX = "jmx";
  public static final String JMX_DOMAIN = "jmxConnectorDomain";
  public static final String HIGHEST_LATENCY = "metricsHighestLatency";

  private MetricsKeys() {}

  static void define(ConfigDef definition) {
    new KeyGroup(definition, "Metrics")
        .add(
            JMX,
            ConfigDef.Type.BOOLEAN,
            true,
            null,
            Importance.MEDIUM,
            "Whether to publish MBeans.")
        .add(
            JMX_DOMAIN,
            ConfigDef.Type.STRING,
            "tickstream.sink",
            new ConfigDef.NonEmptyString(),
            Importance.LOW,
            "The domain of the MBeans' names.")
        .add(
            HIGHEST_LATENCY,
            ConfigDef.Type.INT,
            35,
            atLeast(1),
            Importance.LOW,
            "The highest latency in seconds that the driver's own metrics tell apart; only of use"
                + " with metrics switched on under datastax-java-driver.");
  }
}
