package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.limit.FakeClock;
import io.tickstream.connect.market.metrics.SourceMetrics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A venue that is paid by the symbol is asked for no more of them at a time than a task may pay
 * for. The clock is only slept through.
 */
class CreditsTest {

  /** What a request named, and when. */
  private record Asked(long atMs, List<String> symbols) {}

  private final MockWebServer server = new MockWebServer();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile FakeClock clock = new FakeClock();

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            List<String> symbols =
                List.of(String.valueOf(request.getUrl().queryParameter("symbol")).split(","));
            asked.add(new Asked(clock.nowMs(), symbols));
            return new MockResponse.Builder().body(quotes(symbols)).build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String quotes(List<String> symbols) {
    String quote = "{\"symbol\":\"%s\",\"close\":\"1.5\",\"last_quote_at\":1795035540}";
    return symbols.size() == 1
        ? quote.formatted(symbols.get(0))
        : symbols.stream()
            .map(symbol -> ("\"%s\":" + quote).formatted(symbol, symbol))
            .collect(Collectors.joining(",", "{", "}"));
  }

  /** Lets a task ask for its symbols a few times over. */
  private void run(List<String> symbols, int tasks, String... options) {
    Map<String, String> all = new HashMap<>();
    all.put("provider", "twelvedata");
    all.put("dataset", "quote");
    all.put("symbols", String.join(",", symbols));
    all.put("api.key", "k3y");
    all.put("topic", "t");
    all.put("base.url", server.url("").toString());
    all.put("http.call.timeout.ms", "20000");
    for (int i = 0; i < options.length; i += 2) {
      all.put(options[i], options[i + 1]);
    }
    MarketSourceConfig config = new MarketSourceConfig(all);
    FeedContext context =
        new FeedContext(
            config.settings(symbols),
            symbols,
            symbols.size() * tasks,
            tasks,
            partition -> Map.of(),
            0,
            false,
            null,
            clock,
            new SourceMetrics(),
            config.redactor(),
            "credits-0");
    int before = credits();
    try (Feed feed = Feeds.open(config.provider(), context)) {
      feed.start();
      await().until(() -> credits() - before >= 3 * symbols.size());
    }
  }

  private int credits() {
    return asked.stream().mapToInt(request -> request.symbols.size()).sum();
  }

  /** The most that was paid within a minute, whenever that began. */
  private int mostInAMinute() {
    List<Asked> inOrder = new ArrayList<>(asked);
    inOrder.sort(Comparator.comparingLong(Asked::atMs));
    return inOrder.stream()
        .mapToInt(
            first ->
                inOrder.stream()
                    .filter(other -> other.atMs >= first.atMs && other.atMs < first.atMs + 60_000)
                    .mapToInt(other -> other.symbols.size())
                    .sum())
        .max()
        .orElseThrow();
  }

  private Set<String> symbolsAsked() {
    Set<String> all = new HashSet<>();
    asked.forEach(request -> all.addAll(request.symbols));
    return all;
  }

  private static List<String> symbols(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> "S" + i).toList();
  }

  @Test
  void severalTasksTogetherPayNoMoreThanTheKeyHas() {
    for (int task = 0; task < 4; task++) {
      clock = new FakeClock();
      run(symbols(8 * task, 8 * task + 8), 4);
    }

    assertThat(asked).allMatch(request -> request.symbols.size() == 2);
    assertThat(mostInAMinute()).isEqualTo(8);
    assertThat(symbolsAsked()).hasSize(32);
  }

  @Test
  void aLowerLimitMeansFewerSymbolsAtATime() {
    run(symbols(0, 8), 1, "rate.limit.weight.per.minute", "3");

    assertThat(asked).allMatch(request -> request.symbols.size() <= 3);
    assertThat(mostInAMinute()).isEqualTo(3);
    assertThat(symbolsAsked()).hasSize(8);
  }

  @Test
  void whereNothingIsSavedByItRequestsAreNotSplit() {
    run(
        symbols(0, 8),
        1,
        "provider",
        "http",
        "json.url",
        server.url("") + "?symbol=${symbols}",
        "json.symbols.max",
        "8",
        "json.weight",
        "4",
        "rate.limit.weight.per.minute",
        "2",
        "json.field.price",
        "/close");

    assertThat(asked).allMatch(request -> request.symbols.size() == 8);
    assertThat(asked.get(1).atMs - asked.get(0).atMs).isBetween(120_000L, 121_000L);
  }

  @Test
  void aSymbolThatCostsMoreThanTheShareIsAskedForAlone() {
    run(
        symbols(0, 2),
        1,
        "provider",
        "http",
        "json.url",
        server.url("") + "?symbol=${symbols}",
        "json.symbols.max",
        "8",
        "json.weight",
        "3",
        "json.weight.per.symbol",
        "true",
        "rate.limit.weight.per.minute",
        "2",
        "json.field.price",
        "/close");

    assertThat(asked).allMatch(request -> request.symbols.size() == 1);
    assertThat(asked.get(1).atMs - asked.get(0).atMs).isBetween(90_000L, 91_000L);
    assertThat(symbolsAsked()).hasSize(2);
  }
}
