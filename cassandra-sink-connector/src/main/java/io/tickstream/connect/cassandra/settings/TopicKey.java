package io.tickstream.connect.cassandra.settings;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key that begins with {@code topic.}, taken apart from its end: topic names may have dots. */
sealed interface TopicKey {
  String PREFIX = "topic.";

  String topic();

  String setting();

  /** {@code topic.<topic>.codec.<setting>}. */
  record Codec(String topic, String setting) implements TopicKey {}

  /** {@code topic.<topic>.<keyspace>.<table>.<setting>}; the identifiers as written. */
  record Table(String topic, String keyspace, String table, String setting) implements TopicKey {
    String prefix() {
      return PREFIX + topic + '.' + keyspace + '.' + table + '.';
    }
  }

  /** Null when there are too few parts. */
  static @Nullable TopicKey parse(String key) {
    List<String> parts = split(key.substring(PREFIX.length()));
    int last = parts.size() - 1;
    if (last < 2 || parts.contains("")) {
      return null;
    }
    String setting = parts.get(last);
    String owner = parts.get(last - 1);
    // A table may be called codec; only its own settings tell the two apart.
    boolean codec = owner.equals("codec") && !(last >= 3 && TableKeys.names().contains(setting));
    if (codec) {
      return new Codec(String.join(".", parts.subList(0, last - 1)), setting);
    }
    if (last < 3) {
      return null;
    }
    String topic = String.join(".", parts.subList(0, last - 2));
    return new Table(topic, parts.get(last - 2), owner, setting);
  }

  private static List<String> split(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      }
      if (c == '.' && !quoted) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString());
    return parts;
  }
}
