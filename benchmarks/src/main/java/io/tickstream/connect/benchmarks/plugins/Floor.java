package io.tickstream.connect.benchmarks.plugins;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What the connectors that show Connect's own cost have in common. */
final class Floor {
  static final String VERSION = "benchmark";

  private Map<String, String> settings = Map.of();

  void start(Map<String, String> given) {
    settings = Map.copyOf(given);
  }

  /** Every task gets the connector's own settings. */
  List<Map<String, String>> taskConfigs(int maxTasks) {
    return Collections.nCopies(maxTasks, settings);
  }
}
