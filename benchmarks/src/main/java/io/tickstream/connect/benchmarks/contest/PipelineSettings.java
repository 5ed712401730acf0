package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.cassandra.settings.Keys;
import io.tickstream.connect.market.config.MarketSourceConfig;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What {@code --set} changes where our source and our sink run together: each gets the options that
 * it knows, both get those that both know.
 */
record PipelineSettings(Map<String, String> source, Map<String, String> sink) {

  private static final List<String> CONVERTERS =
      List.of("key.converter", "value.converter", "header.converter");

  /** Families of options that stand in no definition. */
  private static final List<String> OF_SOURCES = List.of("producer.override.");

  private static final List<String> OF_SINKS =
      List.of("topic.", "datastax-java-driver.", "consumer.override.");

  /**
   * Shares them out.
   *
   * @throws IllegalArgumentException naming an option that neither knows
   */
  static PipelineSettings of(Map<String, String> given) {
    Map<String, String> source = new TreeMap<>(given);
    Map<String, String> sink = new TreeMap<>(given);
    source
        .keySet()
        .removeIf(key -> !knows(MarketSourceConfig.definition().names(), OF_SOURCES, key));
    sink.keySet().removeIf(key -> !knows(Keys.definition().names(), OF_SINKS, key));
    for (String key : given.keySet()) {
      if (!source.containsKey(key) && !sink.containsKey(key)) {
        throw new IllegalArgumentException(
            "--set is %s, allowed are options of our source or our sink here".formatted(key));
      }
    }
    return new PipelineSettings(source, sink);
  }

  private static boolean knows(Set<String> names, List<String> families, String key) {
    return names.contains(key)
        || families.stream().anyMatch(key::startsWith)
        || CONVERTERS.stream().anyMatch(key::startsWith);
  }
}
