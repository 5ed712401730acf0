package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.limit.FakeClock;
import io.tickstream.connect.market.metrics.SourceMetrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A venue that counts sees no more than it allows, however much there is to catch up with, and
 * whatever the number of tasks. The clock is only slept through.
 */
class LimitsTest {

  private static final int TASKS = 2;
  private static final int PAGES = 12;

  /** A request for a page of trades weighs four. */
  @ParameterizedTest
  @CsvSource({
    "rate.limit.per.second, 4, 4, 1000",
    "rate.limit.per.minute, 6, 6, 60000",
    "rate.limit.per.day, 10, 10, 86400000",
    "rate.limit.weight.per.minute, 24, 6, 60000"
  })
  void catchingUpTasksTogetherStayWithinTheLimit(
      String option, String limit, int requests, long windowMs) throws Exception {
    List<Long> asked = new ArrayList<>();
    long caughtUp = 0;
    for (int task = 0; task < TASKS; task++) {
      FakeClock clock = new FakeClock();
      try (HistoryServer server = new HistoryServer(PAGES * 1_000 - 1, clock::nowMs)) {
        catchUp(server, clock, option, limit);
        assertThat(server.requestTimes).hasSizeGreaterThanOrEqualTo(PAGES);
        List<Long> times = List.copyOf(server.requestTimes);
        asked.addAll(times);
        // The clock runs on until the feed is closed, and with it the polls.
        caughtUp = Math.max(caughtUp, times.get(PAGES - 1));
      }
    }
    Collections.sort(asked);
    for (int i = requests; i < asked.size(); i++) {
      assertThat(asked.get(i) - asked.get(i - requests))
          .as("the time of %s requests", requests + 1)
          .isGreaterThanOrEqualTo(windowMs);
    }
    long fewest = windowMs * (TASKS * PAGES / requests - 1);
    assertThat(caughtUp - asked.get(0))
        .as("no slower than the limit asks for")
        .isBetween(fewest, fewest + 2 * windowMs);
  }

  private static void catchUp(HistoryServer server, FakeClock clock, String option, String limit)
      throws InterruptedException {
    Map<String, String> options = new HashMap<>();
    options.put("provider", "binance");
    options.put("dataset", "trade");
    options.put("symbols", "BTCUSDT");
    options.put("topic", "t");
    options.put("base.url", server.url());
    options.put("rate.limit.weight.per.minute", "0");
    options.put("poll.interval.ms", "3600000");
    options.put("http.call.timeout.ms", "20000");
    options.put(option, limit);
    MarketSourceConfig config = new MarketSourceConfig(options);
    FeedContext context =
        new FeedContext(
            config.settings(config.listedSymbols()),
            config.listedSymbols(),
            TASKS,
            TASKS,
            partition -> Map.of(),
            0,
            false,
            null,
            clock,
            new SourceMetrics(),
            config.redactor(),
            "limits-0");
    try (Feed feed = Feeds.open(config.provider(), context)) {
      feed.start();
      int events = 0;
      while (events < PAGES * 1_000 - 1) {
        Batch batch = feed.poll(20_000);
        assertThat(batch).as("more than %s events", events).isNotNull();
        events += batch.events().size();
      }
    }
  }
}
