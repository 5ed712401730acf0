package io.tickstream.connect.cassandra;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.metrics.Reading;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.metrics.TableCounters;
import io.tickstream.connect.cassandra.settings.CodecKeys;
import io.tickstream.connect.cassandra.settings.Keys;
import io.tickstream.connect.cassandra.settings.TableKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/**
 * The reference of options is written from the definitions, and from the keys of the other sink.
 */
class OptionReferenceTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "reference", "cassandra-sink.md");
  private static final String TABLE = "topic.<topic>.<keyspace>.<table>.";
  private static final String CODEC = "topic.<topic>.codec.";

  @Test
  void theReferenceOfOptionsIsUpToDate() throws Exception {
    String expected = document();
    if (Boolean.getBoolean("docs.write")) {
      Files.createDirectories(DOCUMENT.getParent());
      Files.writeString(DOCUMENT, expected);
    }
    assertThat(DOCUMENT)
        .as("run mvn test -pl cassandra-sink-connector -am -Ddocs.write=true to write it anew")
        .hasContent(expected);
  }

  @Test
  void everyOptionIsDocumented() {
    assertThat(options().values())
        .allSatisfy(
            key -> {
              assertThat(key.documentation).as(key.name).isNotBlank().endsWith(".");
              assertThat(key.group).as(key.name).isNotBlank();
            });
  }

  @Test
  void everyKeyOfTheDataStaxSinkIsThereWithItsDefault() {
    Map<String, ConfigDef.ConfigKey> ours = options();
    assertThat(DataStaxKey.all())
        .allSatisfy(
            theirs -> {
              assertThat(ours).containsKey(theirs.name());
              ConfigDef.ConfigKey key = ours.get(theirs.name());
              if (!theirs.otherDefault()) {
                assertThat(usual(key)).as(theirs.name()).isEqualTo(theirs.usual());
              }
            });
  }

  private static Map<String, ConfigDef.ConfigKey> options() {
    Map<String, ConfigDef.ConfigKey> options = new LinkedHashMap<>();
    Keys.definition().configKeys().values().forEach(key -> options.put(key.name, key));
    TableKeys.definition().configKeys().values().forEach(key -> options.put(TABLE + key.name, key));
    CodecKeys.definition().configKeys().values().forEach(key -> options.put(CODEC + key.name, key));
    return options;
  }

  private static String document() {
    Map<String, List<String>> groups = new LinkedHashMap<>();
    options()
        .forEach(
            (name, key) ->
                groups
                    .computeIfAbsent(heading(name, key), group -> new ArrayList<>())
                    .add(option(name, key)));
    StringBuilder text = new StringBuilder(INTRODUCTION);
    groups.forEach(
        (group, options) -> {
          text.append("\n## ").append(group).append('\n');
          options.forEach(text::append);
        });
    text.append(METRICS);
    new SinkCounters().readings(() -> 0, () -> 0).forEach(reading -> text.append(row(reading)));
    text.append(METRICS_OF_TABLES);
    new TableCounters().readings().forEach(reading -> text.append(row(reading)));
    text.append(DRIVER);
    text.append(DATASTAX);
    DataStaxKey.all().forEach(key -> text.append(key.row()));
    return text.append(DATASTAX_END).toString();
  }

  private static String heading(String name, ConfigDef.ConfigKey key) {
    if (name.startsWith(TABLE)) {
      return "Each table: `" + TABLE + "…`";
    }
    return name.startsWith(CODEC) ? "Each topic: `" + CODEC + "…`" : key.group;
  }

  private static String option(String name, ConfigDef.ConfigKey key) {
    StringBuilder facts = new StringBuilder(key.type.name().toLowerCase(Locale.ROOT));
    String usual = usual(key);
    if (!key.hasDefault()) {
      facts.append(", required");
    } else {
      facts.append(usual.isEmpty() ? ", default: none" : ", default: `" + usual + "`");
    }
    if (key.validator != null) {
      facts.append("; ").append(key.validator);
    }
    return "\n### `%s`\n\n%s\n\n*%s. Importance: %s.*\n"
        .formatted(
            name.replace(TABLE, "").replace(CODEC, ""),
            key.documentation,
            facts,
            key.importance.name().toLowerCase(Locale.ROOT));
  }

  private static String row(Reading reading) {
    return "| `%s` | %s |\n".formatted(reading.label(), reading.description());
  }

  private static String usual(ConfigDef.ConfigKey key) {
    if (!key.hasDefault() || key.defaultValue == null) {
      return "";
    }
    return key.type == ConfigDef.Type.PASSWORD
        ? ""
        : ConfigDef.convertToString(key.defaultValue, key.type);
  }

  private static final String INTRODUCTION =
      """
      # Cassandra sink: options

      `io.tickstream.connect.cassandra.CassandraSinkConnector`. This page is written from the connector's own definitions by
      `OptionReferenceTest`. What goes where in a table is on its own page, [the mapping](cassandra-mapping.md), and so is
      which type fits which: [types](cassandra-types.md).

      Keys of topics and tables: `<topic>` is the topic's name as it is, dots and dashes included; keyspace and table are as
      Cassandra has them, case included.
      """;

  private static final String METRICS =
      """

      ## What is published

      With `jmx=true` each task has an MBean `tickstream.sink:type=task,connector="…",task=…`, whose domain is
      `jmxConnectorDomain`. From Kafka Connect 4.1 on the same numbers are plugin metrics of the task, whatever `jmx` says.
      Numbers without a unit count since the task started; the percentiles cover the same time.

      | Attribute | Meaning |
      |---|---|
      """;

  private static final String METRICS_OF_TABLES =
      """

      And for each table `tickstream.sink:type=table,connector="…",task=…,table="…"`:

      | Attribute | Meaning |
      |---|---|
      """;

  private static final String DRIVER =
      """

      ## The driver: `datastax-java-driver.…`

      Every setting of the Java driver for Cassandra, under its own path, goes to the driver as it is. Options of this
      page that are given win over it, and so does the sink's own way to send again: a retry policy, or speculative
      execution, has no effect.
      """;

  private static final String DATASTAX =
      """

      ## Coming from the DataStax sink

      A configuration of `com.datastax.oss.kafka.sink.CassandraSinkConnector` runs after changing `connector.class`, but for
      [what is refused](../guides/migrating.md#what-is-refused); the same page tells how to
      [cut over](../guides/migrating.md#cutting-over). Every key it knows is here, under its name:

      | Key | Its default | Here |
      |---|---|---|
      """;

  private static final String DATASTAX_END =
      """

      And in general:

      - `put()` does not wait for the writes of a poll: records are read, mapped and written at the same time.
      - A record that cannot be written goes to the dead letter queue (`errors.tolerance=all` with
        `errors.deadletterqueue.topic.name`), or fails the task with topic, partition, offset, table and column in the message.
        There is no endless rewind.
      - A field that a schemaless record lacks leaves its column alone; the record is not refused.
      - Connect's Timestamp, Date, Time and Decimal are taken as they are.
      - Mistakes in `topic.…` keys, and contradictions, are found when the configuration is PUT, each on its key.
      - A key that nobody knows is one warning at the start, not an error.

      ## Not tried against a server

      Secure connect bundles, Kerberos (`auth.provider=GSSAPI`) and `ssl.provider=OpenSSL` are validated and handed to the
      driver, but there was no server to try them with. TLS of the Java runtime, also mutual, PLAIN, LZ4 and Snappy are tested
      with a real Cassandra.
      """;
}
