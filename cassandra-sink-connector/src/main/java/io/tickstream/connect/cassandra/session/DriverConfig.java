package io.tickstream.connect.cassandra.session;

import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.CONTACT_POINTS;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.METADATA_SCHEMA_REFRESHED_KEYSPACES;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.METADATA_SCHEMA_WINDOW;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.METRICS_NODE_ENABLED;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.METRICS_SESSION_ENABLED;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.NETTY_DAEMON;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.NETTY_IO_SHUTDOWN_QUIET_PERIOD;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.NETTY_IO_SIZE;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.PREPARED_CACHE_WEAK_VALUES;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.RETRY_POLICY_CLASS;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.SPECULATIVE_EXECUTION_POLICY_CLASS;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.SSL_CIPHER_SUITES;

import com.datastax.oss.driver.api.core.config.DefaultDriverOption;
import io.tickstream.connect.cassandra.settings.ConnectionKeys;
import io.tickstream.connect.cassandra.settings.ConnectionSettings;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes the driver's options in its own configuration language. */
final class DriverConfig {
  private static final Set<String> LISTS =
      Set.of(
          name(CONTACT_POINTS),
          name(METADATA_SCHEMA_REFRESHED_KEYSPACES),
          name(METRICS_NODE_ENABLED),
          name(METRICS_SESSION_ENABLED),
          name(SSL_CIPHER_SUITES));

  private DriverConfig() {}

  static String text(ConnectionSettings settings, KeyTabFile keyTab) {
    Map<String, String> options = new TreeMap<>(settings.driver());
    // The sink retries by itself, and only what may be repeated.
    options.put(name(RETRY_POLICY_CLASS), RethrowPolicy.class.getName());
    options.put(name(SPECULATIVE_EXECUTION_POLICY_CLASS), "NoSpeculativeExecutionPolicy");
    options.putIfAbsent(name(NETTY_DAEMON), "true");
    // Rows must not be bound for long to what a table was before it changed.
    options.putIfAbsent(name(METADATA_SCHEMA_WINDOW), "100 milliseconds");
    // Twice as many as processors, the driver's default, wake each other up more than they do.
    int processors = Runtime.getRuntime().availableProcessors();
    options.putIfAbsent(name(NETTY_IO_SIZE), String.valueOf(Math.max(1, processors / 2)));
    // Netty would keep its threads for two more seconds, in case somebody still had work for them.
    options.putIfAbsent(name(NETTY_IO_SHUTDOWN_QUIET_PERIOD), "0");
    options.putIfAbsent(name(NETTY_ADMIN_SHUTDOWN_QUIET_PERIOD), "0");
    // Of statements with the same text the driver knows the last one. Held weakly, the text would
    // go with that one, and the others could not be prepared again where a node forgot them.
    options.putIfAbsent(name(PREPARED_CACHE_WEAK_VALUES), "false");
    options.putAll(Kerberos.options(settings.auth(), keyTab));
    return options.entrySet().stream()
        .map(option -> option.getKey() + " = " + value(option.getKey(), option.getValue()))
        .collect(Collectors.joining("\n"));
  }

  static String name(DefaultDriverOption option) {
    return ConnectionKeys.DRIVER_PREFIX + option.getPath();
  }

  private static String value(String key, String value) {
    if (!LISTS.contains(key)) {
      return quoted(value);
    }
    return Arrays.stream(value.split(","))
        .map(String::trim)
        .filter(element -> !element.isEmpty())
        .map(DriverConfig::quoted)
        .collect(Collectors.joining(", ", "[", "]"));
  }

  private static String quoted(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
