package io.tickstream.connect.benchmarks.contest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Who takes part: a connector of any plugin, or a client without Connect. */
public sealed interface Contestant {

  /** Short and unique in its contest. */
  String name();

  /** Whether it runs on Connect workers, in every variant. */
  boolean needsWorkers();

  /** What a connector leaves behind. */
  enum Leaves {
    /** Nothing. */
    NOTHING,
    /** All rows in the table. */
    ROWS,
    /** Records in the topic, of whatever kind. */
    RECORDS,
    /** The prebuilt source's records in the topic, each of them often. */
    PREBUILT_TRADES,
    /** The trades in the topic that our simulator makes from its seed. */
    SIMULATED_TRADES
  }

  /**
   * A connector.
   *
   * @param pluginFolders folders of jars, each a plugin
   * @param config its configuration; {@code {{name}}} stands for a value of the contest
   * @param leaves what is to be checked after each run
   */
  record Connector(String name, List<Path> pluginFolders, Map<String, String> config, Leaves leaves)
      implements Contestant {

    @Override
    public boolean needsWorkers() {
      return true;
    }
  }

  /**
   * The Cassandra driver alone.
   *
   * @param batchRows rows per unlogged batch of one partition; 1 for single inserts
   * @param prepared whether a batch is one prepared statement, instead of one for each row
   */
  record Driver(String name, int batchRows, boolean prepared) implements Contestant {

    @Override
    public boolean needsWorkers() {
      return false;
    }
  }

  /**
   * The driver writes all rows while a sink that writes none reads them: what a sink would cost
   * whose own code were free, on a machine that has to do both at once.
   */
  record Beside(Driver driver, Connector connector) implements Contestant {

    @Override
    public String name() {
      return connector.name();
    }

    @Override
    public boolean needsWorkers() {
      return true;
    }
  }

  /** The Kafka producer alone. */
  record Producer(String name) implements Contestant {

    @Override
    public boolean needsWorkers() {
      return false;
    }
  }
}
