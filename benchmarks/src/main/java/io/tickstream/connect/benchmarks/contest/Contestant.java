package io.tickstream.connect.benchmarks.contest;

import java.nio.file.Path;
import java.util.Map;

/** Who takes part: a connector of any plugin, or a client without Connect. */
public sealed interface Contestant {

  /** Short and unique in its contest. */
  String name();

  /**
   * A connector.
   *
   * @param pluginFolder the folder that holds its jars
   * @param config its configuration; {@code {{name}}} stands for a value of the contest
   */
  record Connector(String name, Path pluginFolder, Map<String, String> config)
      implements Contestant {}

  /**
   * The Cassandra driver alone.
   *
   * @param batchRows rows per unlogged batch of one partition; 1 for single inserts
   */
  record Driver(String name, int batchRows) implements Contestant {}

  /** The Kafka producer alone. */
  record Producer(String name) implements Contestant {}
}
