package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.config.TaskConfig;
import io.tickstream.connect.market.feed.poll.PollLimits;
import io.tickstream.connect.market.limit.Budget;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connector between start and stop: knows the symbols, and notices when they change. */
final class RunningConnector implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningConnector.class);

  private final Map<String, String> originals;
  private final MarketSourceConfig config;
  private final Symbols symbols;

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

  List<Map<String, String>> taskConfigs(int maxTasks) {
    List<String> current = symbols.current();
    Provider provider = config.provider();
    if (current.isEmpty() && provider.needsSymbols()) {
      LOG.info("No symbols are known yet; tasks are started once there are some");
      return List.of();
    }
    Settings settings = config.settings(current);
    int sharing = Budget.mostTasks(PollLimits.of(config, provider.limits(settings)));
    int allowed = current.isEmpty() ? 1 : Math.min(provider.maxTasks(settings), sharing);
    if (maxTasks > allowed) {
      LOG.warn(
          "tasks.max is {}, but provider {} allows {} here; that many are started",
          maxTasks,
          provider.name(),
          allowed);
    }
    return TaskConfig.split(originals, current, Math.min(maxTasks, allowed));
  }

  @Override
  public void close() {
    symbols.close();
  }
}
