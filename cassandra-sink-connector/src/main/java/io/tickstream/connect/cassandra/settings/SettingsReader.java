package io.tickstream.connect.cassandra.settings;

import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.LOAD_BALANCING_LOCAL_DATACENTER;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.PROTOCOL_COMPRESSION;
import static com.datastax.oss.driver.api.core.config.DefaultDriverOption.PROTOCOL_VERSION;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigValue;

/** Turns properties into settings and notes everything that is wrong with them. */
public final class SettingsReader {
  private static final String TOLERANCE = "errors.tolerance";
  private static final String DEAD_LETTERS = "errors.deadletterqueue.topic.name";

  private final Map<String, String> properties;
  private final Problems problems;

  public SettingsReader(Map<String, String> properties, Problems problems) {
    this.properties = readable(properties, problems);
    this.problems = problems;
  }

  /** Without what is wrong by itself: the rest is read as if that were not given. */
  private static Map<String, String> readable(Map<String, String> properties, Problems problems) {
    Map<String, String> readable = new HashMap<>(properties);
    for (ConfigValue value : Keys.definition().validate(properties)) {
      for (String message : value.errorMessages()) {
        readable.remove(value.name());
        problems.add(value.name(), message);
      }
    }
    return readable;
  }

  /** Of no use when there are problems. */
  public SinkSettings read() {
    AbstractConfig config = new AbstractConfig(Keys.definition(), properties, false);
    ConnectionSettings connection = connection(config);
    AutoCreate autoCreate =
        AutoCreate.valueOf(Choice.upper(config.getString(TableCreationKeys.AUTO_CREATE)));
    Map<String, TopicSettings> topics =
        topics(connection.isCloud(), autoCreate, config.getBoolean(TableCreationKeys.AUTO_ALTER));
    ErrorSettings errors = errors(config);
    return new SinkSettings(
        properties.getOrDefault("name", "unnamed"),
        connection,
        write(config),
        errors,
        new MetricsSettings(
            config.getBoolean(MetricsKeys.JMX), config.getString(MetricsKeys.JMX_DOMAIN)),
        topics);
  }

  private Map<String, TopicSettings> topics(boolean cloud, AutoCreate create, boolean alter) {
    TableReader tables = new TableReader(problems, cloud, create, alter);
    Map<String, TopicSettings> topics = new TopicsReader(problems, tables).read(properties);
    String listed = properties.get("topics");
    // A transform may rename topics: then the names in `topics` are not those that arrive.
    if (listed != null && !properties.containsKey("transforms")) {
      Arrays.stream(listed.split(","))
          .map(String::trim)
          .filter(topic -> !topic.isEmpty() && !topics.containsKey(topic) && !mentioned(topic))
          .forEach(
              topic ->
                  problems.add(
                      "topics",
                      "topic "
                          + topic
                          + " has no mapping; add topic."
                          + topic
                          + ".<keyspace>.<table>.mapping"));
    }
    return topics;
  }

  /** Whether a table of the topic is there but wrong: that has been told already. */
  private boolean mentioned(String topic) {
    return properties.keySet().stream()
        .anyMatch(key -> key.startsWith(TopicKey.PREFIX + topic + '.') && key.endsWith(".mapping"));
  }

  private ConnectionSettings connection(AbstractConfig config) {
    List<String> contactPoints = config.getList(ConnectionKeys.CONTACT_POINTS);
    String bundle = config.getString(ConnectionKeys.BUNDLE);
    Map<String, String> driver = DriverOptions.of(config, properties);
    boolean hasDc = driver.containsKey(DriverOptions.name(LOAD_BALANCING_LOCAL_DATACENTER));
    if (bundle.isEmpty()) {
      if (!contactPoints.isEmpty() && !hasDc) {
        problems.add(
            ConnectionKeys.LOCAL_DC,
            "is required together with contactPoints: the name of the data centre to write to");
      }
    } else {
      excludedByBundle(ConnectionKeys.CONTACT_POINTS, !contactPoints.isEmpty());
      excludedByBundle(ConnectionKeys.LOCAL_DC, hasDc);
      properties.keySet().stream()
          .filter(key -> key.startsWith(SecurityKeys.SSL_PREFIX))
          .forEach(key -> excludedByBundle(key, true));
    }
    checkCompression(driver);
    return new ConnectionSettings(
        contactPoints,
        config.getInt(ConnectionKeys.PORT),
        bundle,
        new SecurityReader(config, properties, problems).auth(),
        new SecurityReader(config, properties, problems).tls(),
        driver);
  }

  private void checkCompression(Map<String, String> driver) {
    String version = driver.get(DriverOptions.name(PROTOCOL_VERSION));
    if ("snappy".equals(driver.get(DriverOptions.name(PROTOCOL_COMPRESSION)))
        && ("V5".equals(version) || "V6".equals(version))) {
      problems.add(
          DriverOptions.name(PROTOCOL_VERSION),
          "must be V4 or V3 with Snappy: later versions do not have it");
    }
  }

  private void excludedByBundle(String key, boolean given) {
    if (given) {
      problems.add(key, "must not be given together with " + ConnectionKeys.BUNDLE);
    }
  }

  private WriteSettings write(AbstractConfig config) {
    boolean bothGiven =
        properties.containsKey(WriteKeys.BACKOFF_INITIAL)
            && properties.containsKey(WriteKeys.BACKOFF_MAX);
    if (bothGiven
        && config.getInt(WriteKeys.BACKOFF_INITIAL) > config.getInt(WriteKeys.BACKOFF_MAX)) {
      problems.add(WriteKeys.BACKOFF_INITIAL, "is more than " + WriteKeys.BACKOFF_MAX);
    }
    return new WriteSettings(
        config.getInt(WriteKeys.MAX_REQUESTS),
        config.getInt(WriteKeys.MAX_ROWS),
        config.getInt(WriteKeys.MAX_BATCH_BYTES),
        config.getInt(WriteKeys.MAX_BYTES),
        Duration.ofMillis(config.getInt(WriteKeys.LINGER)),
        Duration.ofMillis(config.getInt(WriteKeys.BACKOFF_INITIAL)),
        Duration.ofMillis(config.getInt(WriteKeys.BACKOFF_MAX)));
  }

  private ErrorSettings errors(AbstractConfig config) {
    boolean tolerateAll = "all".equalsIgnoreCase(properties.get(TOLERANCE));
    boolean deadLetters = !properties.getOrDefault(DEAD_LETTERS, "").isBlank();
    IgnoreErrors ignore = IgnoreErrors.of(config.getString(WriteKeys.IGNORE_ERRORS));
    if (tolerateAll && !deadLetters && ignore == IgnoreErrors.NONE) {
      problems.add(
          TOLERANCE,
          "all without "
              + DEAD_LETTERS
              + " would drop records; name a dead letter queue, or say which errors to ignore with "
              + WriteKeys.IGNORE_ERRORS);
    }
    return new ErrorSettings(tolerateAll, deadLetters, ignore);
  }
}
