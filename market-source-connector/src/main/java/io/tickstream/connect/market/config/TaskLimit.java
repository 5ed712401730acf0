package io.tickstream.connect.market.config;

import io.tickstream.connect.market.feed.poll.PollLimits;
import io.tickstream.connect.market.limit.Budget;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import java.util.List;

/** How many tasks a provider allows. More do no harm, so that they are only warned of. */
public final class TaskLimit {

  static final String TASKS_MAX = "tasks.max";

  private TaskLimit() {}

  /** The most tasks that may fetch these symbols: a key has so many connections and requests. */
  public static int of(MarketSourceConfig config, List<String> symbols) {
    Provider provider = config.provider();
    Settings settings = config.settings(symbols);
    return Math.min(
        provider.maxTasks(settings),
        Budget.mostTasks(PollLimits.of(config, provider.limits(settings))));
  }

  /** What to tell whoever wants more. */
  public static String warning(MarketSourceConfig config, int given, int allowed) {
    return "%s is %d; provider %s allows %d here, so that no more than that are started"
        .formatted(TASKS_MAX, given, config.provider().name(), allowed);
  }
}
