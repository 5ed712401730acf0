package io.tickstream.connect.cassandra.settings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds keys that nobody reads: neither this connector nor Connect. */
public final class UnknownKeys {
  /** What Connect itself reads of a sink's configuration. */
  private static final List<String> OF_CONNECT =
      List.of(
          "name",
          "connector.",
          "tasks.max",
          "topics",
          "key.converter",
          "value.converter",
          "header.converter",
          "transforms",
          "predicates",
          "errors.",
          "config.action.reload",
          "consumer.override.",
          "producer.override.",
          "admin.override.");

  private UnknownKeys() {}

  /** Sorted; a configuration that comes from elsewhere may have some, which does no harm. */
  public static Set<String> in(Map<String, String> properties) {
    Set<String> unknown = new TreeSet<>(properties.keySet());
    unknown.removeAll(Keys.definition().names());
    unknown.removeIf(
        key ->
            key.startsWith(TopicKey.PREFIX)
                || key.startsWith(ConnectionKeys.DRIVER_PREFIX)
                || OF_CONNECT.stream().anyMatch(key::startsWith));
    return unknown;
  }
}
