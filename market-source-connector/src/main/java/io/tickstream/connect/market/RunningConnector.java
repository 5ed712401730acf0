package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.config.TaskConfig;
import io.tickstream.connect.market.config.TaskLimit;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connector between start and stop: knows the symbols, and notices when they change. */
final class RunningConnector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningConnector.class);

  private final Map<String, String> originals;
  private final MarketSourceConfig config;
  private final Symbols symbols;

  /** Connect asks for the tasks again whenever they may have changed. */
  private boolean warned;

  RunningConnector(Map<String, String> originals, Runnable requestTaskReconfiguration) {
    this.originals = originals;
    this.config = new MarketSourceConfig(originals);
    this.symbols = Symbols.of(config, requestTaskReconfiguration);
  }

  void start() {
    config
        .unknownOptions()
        .forEach(option -> LOG.warn("There is no option {}; it has no effect", option));
    symbols.start();
  }

  /**
   * The tasks' configurations.
   *
   * @throws RetriableException while the symbols are not known: an empty list would stop every task
   *     there is
   */
  List<Map<String, String>> taskConfigs(int maxTasks) {
    List<String> current = symbols.current();
    int allowed = current.isEmpty() ? 1 : TaskLimit.of(config, current, maxTasks);
    if (maxTasks > allowed && !warned) {
      warned = true;
      LOG.warn("{}", TaskLimit.warning(config, maxTasks, allowed));
    }
    return TaskConfig.split(originals, current, allowed);
  }

  @Override
  public void close() {
    symbols.close();
  }
}
