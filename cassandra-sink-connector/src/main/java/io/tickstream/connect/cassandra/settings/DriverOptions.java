package io.tickstream.connect.cassandra.settings;

import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.CONNECTION_POOL_LOCAL_SIZE;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.METRICS_NODE_CQL_MESSAGES_HIGHEST;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.PROTOCOL_COMPRESSION;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.PROTOCOL_VERSION;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.RECONNECTION_BASE_DELAY;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.RECONNECTION_MAX_DELAY;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.REQUEST_TIMEOUT;

import com.datastax.oss.driver.api.core.config.DriverOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.AbstractConfig;

/**
 * The driver's options: those below {@code datastax-java-driver.}, with the connector's short ones
 * before them where they are given, and behind them where they are only defaults.
 */
final class DriverOptions {
  private final AbstractConfig config;
  private final Map<String, String> properties;
  private final Map<String, String> options = new TreeMap<>();

  private DriverOptions(AbstractConfig config, Map<String, String> properties) {
    this.config = config;
    this.properties = properties;
  }

  static Map<String, String> of(AbstractConfig config, Map<String, String> properties) {
    return new DriverOptions(config, properties).collect();
  }

  static String name(DriverOption option) {
    return ConnectionKeys.DRIVER_PREFIX + option.getPath();
  }

  private Map<String, String> collect() {
    properties.forEach(
        (key, value) -> {
          if (key.startsWith(ConnectionKeys.DRIVER_PREFIX)) {
            options.put(key, value);
          }
        });
    String localDc = config.getString(ConnectionKeys.LOCAL_DC);
    if (!localDc.isEmpty()) {
      options.put(name(LOAD_BALANCING_LOCAL_DATACENTER), localDc);
    }
    apply(ConnectionKeys.POOL_SIZE, CONNECTION_POOL_LOCAL_SIZE, "");
    apply(ConnectionKeys.TIMEOUT, REQUEST_TIMEOUT, " seconds");
    apply(MetricsKeys.HIGHEST_LATENCY, METRICS_NODE_CQL_MESSAGES_HIGHEST, " seconds");
    compression();
    // The driver waits up to a minute before it looks again; an outage should not outlast itself.
    options.putIfAbsent(name(RECONNECTION_BASE_DELAY), "500 milliseconds");
    options.putIfAbsent(name(RECONNECTION_MAX_DELAY), "5 seconds");
    return options;
  }

  private void compression() {
    String given = config.getString(ConnectionKeys.COMPRESSION).trim().toLowerCase(Locale.ROOT);
    if (properties.containsKey(ConnectionKeys.COMPRESSION)) {
      options.put(name(PROTOCOL_COMPRESSION), given);
    }
    options.putIfAbsent(name(PROTOCOL_COMPRESSION), given);
    if ("snappy".equals(options.get(name(PROTOCOL_COMPRESSION)))) {
      options.putIfAbsent(name(PROTOCOL_VERSION), "V4");
    }
  }

  private void apply(String key, DriverOption option, String unit) {
    String value = config.getInt(key) + unit;
    if (properties.containsKey(key)) {
      options.put(name(option), value);
    }
    options.putIfAbsent(name(option), value);
  }
}
