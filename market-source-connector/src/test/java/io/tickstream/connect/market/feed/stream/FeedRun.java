package io.tickstream.connect.market.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.metrics.SourceMetrics;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.VenueProvider;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A stream feed with its clock, metrics and what it has brought so far. */
final class FeedRun implements AutoCloseable {

  final FakeClock clock = new FakeClock();
  final SourceMetrics metrics = new SourceMetrics();
  final List<Batch> batches = new ArrayList<>();
  private final StreamFeed feed;

  FeedRun(ScriptedVenue venue, Map<String, String> options, Map<String, Object> offset) {
    Map<String, String> all = new HashMap<>();
    all.put("mode", "stream");
    all.put("topic", "t");
    all.put("base.url", venue.httpUrl());
    all.put("ws.url", venue.wsUrl());
    all.putAll(options);
    MarketSourceConfig config = new MarketSourceConfig(all);
    List<String> symbols = config.listedSymbols();
    VenueProvider provider = (VenueProvider) config.provider();
    FeedContext context =
        new FeedContext(
            config.settings(symbols),
            symbols,
            symbols.size(),
            1,
            partition -> offset,
            config.beginMs(clock.nowMs()),
            config.emitUnchanged(),
            null,
            clock,
            metrics,
            config.redactor(),
            "test-0");
    feed = new StreamFeed(provider, provider.open(config.settings(symbols)), context);
    feed.start();
  }

  /** A feed that tries again at once, with these options, names and values in turn. */
  static FeedRun of(ScriptedVenue venue, Map<String, Object> offset, String... options) {
    Map<String, String> all = new HashMap<>(Map.of("retry.backoff.initial.ms", "1"));
    putAll(options, all);
    return new FeedRun(venue, all, offset);
  }

  private static void putAll(String[] options, Map<String, String> all) {
    for (int i = 0; i < options.length; i += 2) {
      all.put(options[i], options[i + 1]);
    }
  }

  static FeedRun trades(ScriptedVenue venue, long lastId, String... options) {
    Map<String, String> all =
        new HashMap<>(Map.of("provider", "binance", "dataset", "trade", "symbols", "BTCUSDT"));
    putAll(options, all);
    return new FeedRun(
        venue,
        all,
        lastId == 0
            ? Map.of()
            : Map.of("ts", AggTradeMarket.timeMs(lastId), "id", Long.toString(lastId)));
  }

  long metric(Metric metric) {
    return metrics.get(metric);
  }

  /** Polls until there are so many events, and gives all of them. */
  List<Positioned> take(int count) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
    while (events().size() < count) {
      assertThat(System.nanoTime())
          .as("only %s events within 15 s, not %s", events().size(), count)
          .isLessThan(end);
      poll();
    }
    return events();
  }

  void poll() throws InterruptedException {
    Batch batch = feed.poll(50);
    if (batch != null) {
      batches.add(batch);
    }
  }

  List<Positioned> events() {
    return batches.stream().flatMap(batch -> batch.events().stream()).toList();
  }

  List<Long> ids(int count) throws InterruptedException {
    return take(count).stream().map(event -> Long.parseLong(event.event().id())).toList();
  }

  @Override
  public void close() {
    feed.close();
  }
}
