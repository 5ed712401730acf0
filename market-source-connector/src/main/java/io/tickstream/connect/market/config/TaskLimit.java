package io.tickstream.connect.market.config;

import io.tickstream.connect.market.feed.poll.PollLimits;
import io.tickstream.connect.market.limit.Budget;
import io.tickstream.connect.market.provider.Connections;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import java.util.List;

/** How many tasks a provider allows. More do no harm, so that they are only warned of. */
public final class TaskLimit {

  static final String TASKS_MAX = "tasks.max";

  private TaskLimit() {}

  /**
   * How many of the tasks that are wanted may fetch these symbols: a key has so many connections
   * and requests.
   */
  public static int of(MarketSourceConfig config, List<String> symbols, int wanted) {
    Provider provider = config.provider();
    Settings settings = config.settings(symbols);
    int tasks =
        Math.min(
            Math.min(wanted, provider.maxTasks(settings)),
            Budget.mostTasks(PollLimits.of(config, provider.limits(settings))));
    Connections connections = provider.connections(settings);
    // Whatever room each task leaves on its last connection, the tasks together may lack.
    while (settings.mode() == Mode.STREAM
        && tasks > 1
        && connections.opened(symbols.size(), tasks) > connections.most()) {
      tasks--;
    }
    return tasks;
  }

  /** What to tell whoever wants more. */
  public static String warning(MarketSourceConfig config, int given, int allowed) {
    return "%s is %d; provider %s allows %d here, so that no more than that are started"
        .formatted(TASKS_MAX, given, config.provider().name(), allowed);
  }
}
