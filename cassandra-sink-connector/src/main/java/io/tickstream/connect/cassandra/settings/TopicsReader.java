package io.tickstream.connect.cassandra.settings;

import io.tickstream.connect.cassandra.codec.CodecSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;

/** Reads everything that begins with {@code topic.}. */
final class TopicsReader {
  private final Problems problems;
  private final TableReader tables;
  private final Map<String, Map<String, String>> codecs = new TreeMap<>();
  private final Map<String, TopicKey.Table> owners = new TreeMap<>();
  private final Map<String, Map<String, String>> settings = new TreeMap<>();

  TopicsReader(Problems problems, TableReader tables) {
    this.problems = problems;
    this.tables = tables;
  }

  Map<String, TopicSettings> read(Map<String, String> properties) {
    // Sorted, so that tables are always prepared, and problems told, in the same order.
    new TreeMap<>(properties).forEach(this::sort);
    Map<String, List<TableSettings>> byTopic = new LinkedHashMap<>();
    owners.forEach(
        (prefix, owner) ->
            byTopic
                .computeIfAbsent(owner.topic(), topic -> new ArrayList<>())
                .addAll(tables.read(owner, settings.getOrDefault(prefix, Map.of()))));
    byTopic.values().forEach(this::requireEachOnce);
    Map<String, TopicSettings> topics = new LinkedHashMap<>();
    byTopic.forEach(
        (topic, list) -> topics.put(topic, new TopicSettings(topic, codec(topic), list)));
    for (String topic : codecs.keySet()) {
      if (!byTopic.containsKey(topic)) {
        problems.add(
            TopicKey.PREFIX + topic + ".codec",
            "topic "
                + topic
                + " has no mapping; add topic."
                + topic
                + ".<keyspace>.<table>.mapping");
      }
    }
    return topics;
  }

  /** With and without quotes, a table would otherwise be written twice. */
  private void requireEachOnce(List<TableSettings> tablesOfTopic) {
    Map<String, String> seen = new TreeMap<>();
    for (TableSettings table : tablesOfTopic) {
      String before = seen.putIfAbsent(table.qualifiedName(), table.prefix());
      if (before != null) {
        problems.add(
            table.prefix() + "mapping",
            "is table "
                + table.qualifiedName()
                + " again, which "
                + before
                + "mapping is for; write each table once, quoted or not");
      }
    }
  }

  private void sort(String key, String value) {
    if (!key.startsWith(TopicKey.PREFIX)) {
      return;
    }
    TopicKey parsed = TopicKey.parse(key);
    if (parsed instanceof TopicKey.Codec codec) {
      if (known(key, codec.setting(), CodecKeys.names())) {
        codecs
            .computeIfAbsent(codec.topic(), t -> new LinkedHashMap<>())
            .put(codec.setting(), value);
      }
    } else if (parsed instanceof TopicKey.Table table) {
      if (known(key, table.setting(), TableKeys.names())) {
        owners.putIfAbsent(table.prefix(), table);
        settings
            .computeIfAbsent(table.prefix(), t -> new LinkedHashMap<>())
            .put(table.setting(), value);
      }
    } else {
      problems.add(
          key,
          "is neither topic.<topic>.<keyspace>.<table>.<setting> nor topic.<topic>.codec.<setting>");
    }
  }

  private boolean known(String key, String setting, Collection<String> names) {
    if (names.contains(setting)) {
      return true;
    }
    problems.add(
        key,
        "unknown setting "
            + setting
            + ", did you mean "
            + Nearest.to(setting, names)
            + "? Allowed: "
            + String.join(", ", names));
    return false;
  }

  private CodecSettings codec(String topic) {
    String prefix = TopicKey.PREFIX + topic + ".codec.";
    Map<String, String> given = codecs.getOrDefault(topic, Map.of());
    Map<String, Object> values = values(CodecKeys.definition(), given, prefix, problems);
    // One format after the other beside the usual ones, so that each that is wrong is told.
    Map<String, Object> good = values(CodecKeys.definition(), Map.of(), prefix, problems);
    for (Map.Entry<String, Object> setting : values.entrySet()) {
      Map<String, Object> tried = new LinkedHashMap<>(good);
      tried.put(setting.getKey(), setting.getValue());
      try {
        CodecKeys.settings(tried);
        good = tried;
      } catch (IllegalArgumentException e) {
        problems.add(prefix + setting.getKey(), String.valueOf(e.getMessage()));
      }
    }
    return CodecKeys.settings(good);
  }

  /** Parsed values; for what is wrong, with the problem noted, its default. */
  static Map<String, Object> values(
      ConfigDef definition, Map<String, String> given, String prefix, Problems problems) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (ConfigValue value : definition.validate(given)) {
      value.errorMessages().forEach(message -> problems.add(prefix + value.name(), message));
      ConfigDef.ConfigKey key = definition.configKeys().get(value.name());
      if (value.errorMessages().isEmpty()) {
        values.put(value.name(), value.value());
      } else if (key != null && key.hasDefault()) {
        values.put(value.name(), key.defaultValue);
      }
    }
    return values;
  }
}
