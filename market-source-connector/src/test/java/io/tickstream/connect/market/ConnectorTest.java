package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.config.TaskConfig;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.RetriableException;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceConnectorContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectorTest {

  private static final Duration DEADLINE = Duration.ofSeconds(10);

  @TempDir Path folder;

  private final AtomicInteger reconfigurations = new AtomicInteger();

  private final SourceConnectorContext context =
      new SourceConnectorContext() {
        @Override
        public OffsetStorageReader offsetStorageReader() {
          return null;
        }

        @Override
        public void requestTaskReconfiguration() {
          reconfigurations.incrementAndGet();
        }

        @Override
        public void raiseError(Exception e) {
          throw new AssertionError(e);
        }

        @Override
        public PluginMetrics pluginMetrics() {
          return null;
        }
      };

  private static Map<String, String> config(String... options) {
    Map<String, String> config = new HashMap<>();
    config.put("name", "test");
    config.put("provider", "simulator");
    config.put("dataset", "trade");
    config.put("symbols", "A");
    config.put("topic", "t");
    for (int i = 0; i < options.length; i += 2) {
      config.put(options[i], options[i + 1]);
    }
    return config;
  }

  private MarketSourceConnector start(Map<String, String> config) {
    MarketSourceConnector connector = new MarketSourceConnector();
    connector.initialize(context);
    connector.start(config);
    return connector;
  }

  private static List<String> symbols(List<Map<String, String>> tasks) {
    List<String> all = new ArrayList<>();
    tasks.forEach(task -> all.addAll(TaskConfig.symbols(task)));
    return all;
  }

  @Test
  void everySymbolIsInExactlyOneTask() {
    List<String> symbols = new ArrayList<>(IntStream.range(0, 37).mapToObj(i -> "S" + i).toList());
    Collections.shuffle(symbols, new Random(1));
    MarketSourceConnector connector = start(config("symbols", String.join(", ", symbols)));
    for (int tasks = 1; tasks < 50; tasks++) {
      List<Map<String, String>> configs = connector.taskConfigs(tasks);
      assertThat(configs).hasSize(Math.min(tasks, 37));
      assertThat(symbols(configs)).containsExactlyInAnyOrderElementsOf(symbols);
      assertThat(configs).noneMatch(task -> TaskConfig.symbols(task).isEmpty());
    }
    connector.stop();
  }

  @Test
  void aSymbolListedTwiceIsFetchedOnce() {
    assertThat(symbols(start(config("symbols", "A,B,A")).taskConfigs(3))).containsExactly("A", "B");
  }

  @Test
  void thereAreNoMoreTasksThanTheRateCanBeSharedBy() {
    MarketSourceConnector connector =
        start(config("symbols", "A,B,C,D", "rate.limit.per.minute", "2"));
    assertThat(connector.taskConfigs(4)).hasSize(2);
  }

  /** Two tasks of 700 symbols each would need four connections of 500, and a key has three. */
  @Test
  void thereAreNoMoreTasksThanTheConnectionsOfAKeyCanBeSharedBy() {
    MarketSourceConnector connector =
        start(
            config(
                "provider",
                "twelvedata",
                "dataset",
                "quote",
                "mode",
                "stream",
                "twelvedata.plan",
                "pro",
                "symbols",
                IntStream.range(0, 1_400).mapToObj(i -> "S" + i).collect(Collectors.joining(","))));
    assertThat(connector.taskConfigs(4)).hasSize(3);
    assertThat(connector.taskConfigs(3)).hasSize(3);
    assertThat(connector.taskConfigs(2)).hasSize(1);
  }

  @Test
  void aChangedFileOfSymbolsConfiguresTheTasksAnew() throws Exception {
    Path file = folder.resolve("symbols.txt");
    Files.writeString(file, "A\nB # the second\n\n# none\n");
    Map<String, String> config =
        config("symbols.file", file.toString(), "symbols.discovery.refresh.ms", "1000");
    config.remove("symbols");
    MarketSourceConnector connector = start(config);
    try {
      assertThat(symbols(connector.taskConfigs(5))).containsExactly("A", "B");

      Files.writeString(file, "B\nC\n");
      await().atMost(DEADLINE).until(() -> reconfigurations.get() == 1);
      assertThat(symbols(connector.taskConfigs(5))).containsExactly("B", "C");

      Files.delete(file);
      assertThat(symbols(connector.taskConfigs(5))).containsExactly("B", "C");
    } finally {
      connector.stop();
    }
  }

  @Test
  void aVenueThatBansIsNotAskedForItsSymbolsEarlierThanTold() throws Exception {
    List<Long> asked = new CopyOnWriteArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              asked.add(System.nanoTime());
              return asked.size() == 1
                  ? new MockResponse.Builder().code(418).addHeader("Retry-After", "3").build()
                  : listing("BTCUSDT");
            }
          });
      server.start();
      Map<String, String> config =
          config(
              "provider",
              "binance",
              "base.url",
              server.url("").toString(),
              "symbols.discovery",
              "true",
              "symbols.discovery.refresh.ms",
              "1000");
      config.remove("symbols");
      MarketSourceConnector connector = start(config);
      try {
        await().atMost(DEADLINE).until(() -> reconfigurations.get() == 1);
        assertThat(Duration.ofNanos(asked.get(1) - asked.get(0)))
            .isGreaterThanOrEqualTo(Duration.ofMillis(2_950));
      } finally {
        connector.stop();
      }
    }
  }

  @Test
  void symbolsTheVenueBeginsOrCeasesToListConfigureTheTasksAnew() throws Exception {
    AtomicReference<MockResponse> listed = new AtomicReference<>(listing("BTCUSDT", "ETHUSDT"));
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return listed.get();
            }
          });
      server.start();
      Map<String, String> config =
          config(
              "provider",
              "binance",
              "base.url",
              server.url("").toString(),
              "symbols.discovery",
              "true",
              "symbols.discovery.regex",
              ".*USDT",
              "symbols.discovery.refresh.ms",
              "1000");
      config.remove("symbols");
      MarketSourceConnector connector = start(config);
      try {
        assertThat(symbols(connector.taskConfigs(2))).containsExactly("BTCUSDT", "ETHUSDT");

        listed.set(listing("ETHUSDT", "ADABTC", "SOLUSDT", "SOLUSDT", "XRPUSDT"));
        await().atMost(DEADLINE).until(() -> reconfigurations.get() == 1);
        List<Map<String, String>> tasks = connector.taskConfigs(2);
        assertThat(tasks).hasSize(2);
        assertThat(symbols(tasks)).containsExactly("ETHUSDT", "SOLUSDT", "XRPUSDT");

        // A venue that is down, or not itself, changes nothing; neither does another order.
        int asked = server.getRequestCount();
        listed.set(new MockResponse.Builder().code(503).build());
        await().atMost(DEADLINE).until(() -> server.getRequestCount() >= asked + 2);
        listed.set(listing());
        await().atMost(DEADLINE).until(() -> server.getRequestCount() >= asked + 4);
        listed.set(listing("XRPUSDT", "SOLUSDT", "ETHUSDT"));
        await().atMost(DEADLINE).until(() -> server.getRequestCount() >= asked + 6);
        assertThat(reconfigurations).hasValue(1);
        assertThat(symbols(connector.taskConfigs(2)))
            .containsExactly("ETHUSDT", "SOLUSDT", "XRPUSDT");
      } finally {
        connector.stop();
      }
    }
  }

  private static MockResponse listing(String... symbols) {
    String list =
        Stream.of(symbols)
            .map("{\"symbol\":\"%s\",\"status\":\"TRADING\"}"::formatted)
            .collect(Collectors.joining(","));
    return new MockResponse.Builder().body("{\"symbols\":[" + list + "]}").build();
  }

  @Test
  void moreTasksThanTheProviderAllowsAreWarnedOfWhenValidatedAndOnceWhenStarted() {
    Map<String, String> config =
        config(
            "connector.class",
            MarketSourceConnector.class.getName(),
            "provider",
            "finnhub",
            "mode",
            "stream",
            "api.key",
            "k3y",
            "symbols",
            "A,B,C",
            "tasks.max",
            "3");
    String warning = "tasks.max is 3; provider finnhub allows 1 here";
    String validated =
        logOf(
            () ->
                assertThat(new MarketSourceConnector().validate(config).configValues())
                    .allMatch(value -> value.errorMessages().isEmpty()));
    assertThat(validated).containsOnlyOnce(warning).contains("WARN");

    String started =
        logOf(
            () -> {
              MarketSourceConnector connector = start(config);
              assertThat(connector.taskConfigs(3)).hasSize(1);
              assertThat(connector.taskConfigs(3)).hasSize(1);
              connector.stop();
            });
    assertThat(started).containsOnlyOnce(warning);
    config.put("tasks.max", "1");
    assertThat(logOf(() -> new MarketSourceConnector().validate(config))).doesNotContain("tasks");
  }

  private static String logOf(Runnable action) {
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setErr(err);
    }
    return log.toString(StandardCharsets.UTF_8);
  }

  /** The replay could go without symbols, and would replay all there are. */
  @ParameterizedTest
  @ValueSource(strings = {"simulator", "replay"})
  void whileTheSymbolsAreNotKnownNobodyIsToldOfTasks(String provider) throws Exception {
    Path file = folder.resolve("symbols.txt");
    Map<String, String> config =
        config(
            "provider",
            provider,
            "symbols.file",
            file.toString(),
            "symbols.discovery.refresh.ms",
            "1000");
    config.remove("symbols");
    MarketSourceConnector connector = start(config);
    try {
      assertUnknown(connector, file.toString());
      Files.writeString(file, "# none yet\n");
      await().atMost(DEADLINE).untilAsserted(() -> assertUnknown(connector, "the list is empty"));
      assertThat(reconfigurations).hasValue(0);

      Files.writeString(file, "A\n");
      await().atMost(DEADLINE).until(() -> reconfigurations.get() == 1);
      assertThat(symbols(connector.taskConfigs(5))).containsExactly("A");
    } finally {
      connector.stop();
    }
  }

  private static void assertUnknown(MarketSourceConnector connector, String reason) {
    assertThatThrownBy(() -> connector.taskConfigs(5))
        .isInstanceOf(RetriableException.class)
        .hasMessageContaining("symbols")
        .hasMessageContaining(reason);
  }

  @Test
  void symbolsThatCanBeReadAreKnownAsSoonAsTheConnectorIsStarted() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.enqueue(listing("BTCUSDT").newBuilder().headersDelay(1, TimeUnit.SECONDS).build());
      server.start();
      Map<String, String> config =
          config(
              "provider",
              "binance",
              "base.url",
              server.url("").toString(),
              "symbols.discovery",
              "true");
      config.remove("symbols");
      MarketSourceConnector connector = start(config);
      assertThat(symbols(connector.taskConfigs(2))).containsExactly("BTCUSDT");
      connector.stop();
      assertThat(reconfigurations).hasValue(0);
    }
  }

  @Test
  void exactlyOnceIsSupportedWhereDataCanBeHadAgain() {
    MarketSourceConnector connector = new MarketSourceConnector();
    assertThat(connector.exactlyOnceSupport(config())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    assertThat(
            connector.exactlyOnceSupport(
                config("provider", "stockdata", "dataset", "quote", "api.key", "k")))
        .isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
    assertThat(
            connector.exactlyOnceSupport(
                config("provider", "binance", "dataset", "bar", "interval", "1m")))
        .isEqualTo(ExactlyOnceSupport.SUPPORTED);
    assertThat(connector.canDefineTransactionBoundaries(config()))
        .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
  }

  @Test
  void offsetsThatTheTasksUnderstandMayBeStored() {
    MarketSourceConnector connector = new MarketSourceConnector();
    Map<String, String> bars = config("provider", "binance", "dataset", "bar", "interval", "1m");
    Map<String, String> partition =
        Map.of("provider", "binance", "dataset", "bar", "symbol", "BTCUSDT", "interval", "1m");
    assertThat(connector.alterOffsets(bars, Map.of(partition, Map.of("ts", 5, "id", "closed"))))
        .isTrue();
    assertThat(connector.alterOffsets(bars, Map.of(partition, Map.of("ts", 1795035587124L))))
        .isTrue();
    assertThat(
            connector.alterOffsets(
                bars, Collections.singletonMap(Map.of("provider", "gone"), null)))
        .isTrue();
    assertThat(
            connector.alterOffsets(
                config(),
                Map.of(
                    Map.of(
                        "provider", "simulator", "dataset", "trade", "symbol", "A", "seed", "42"),
                    Map.of("seq", 3, "ts", 9L, "price", "0x1.9p6"))))
        .isTrue();
  }

  @Test
  void offsetsThatTheTasksWouldNotUnderstandAreRefusedByName() {
    Map<String, String> partition =
        Map.of("provider", "binance", "dataset", "bar", "symbol", "BTCUSDT", "interval", "1m");
    assertRefused(partition, Map.of("ts", "soon"), "field \"ts\" must be a whole number");
    assertRefused(partition, Map.of("id", "x"), "field \"ts\" must be a whole number");
    assertRefused(partition, Map.of("ts", 1, "id", 7), "field \"id\" must be a text");
    assertRefused(partition, Map.of("ts", 1, "offset", 7), "unknown field \"offset\"");
    assertRefused(
        Map.of("provider", "binance", "symbol", "A"),
        Map.of("ts", 1),
        "has not the fields [dataset, interval, provider, symbol]");
    Map<String, Object> wrong = new HashMap<>(partition);
    wrong.put("provider", "coinbase");
    assertRefused(wrong, Map.of("ts", 1), "field provider must be binance");
    wrong.putAll(partition);
    wrong.put("symbol", 7);
    assertRefused(wrong, Map.of("ts", 1), "field symbol must be a text");
  }

  private static void assertRefused(
      Map<String, ?> partition, Map<String, ?> offset, String message) {
    assertThatThrownBy(
            () ->
                new MarketSourceConnector()
                    .alterOffsets(
                        config("provider", "binance", "dataset", "bar", "interval", "1m"),
                        Map.of(partition, offset)))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aSlipOfThePenIsNoticed() {
    assertThat(
            new MarketSourceConfig(
                    config("sim.rte", "5", "value.converter.schemas.enable", "false", "other", "x"))
                .unknownOptions())
        .containsExactly("sim.rte");
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(new MarketSourceConnector().version())
        .isEqualTo(new MarketSourceTask().version())
        .matches("\\d+\\.\\d+\\.\\d+.*");
  }

  @Test
  void connectFindsItByServiceLoader() {
    assertThat(ServiceLoader.load(SourceConnector.class))
        .anyMatch(connector -> connector instanceof MarketSourceConnector);
  }
}
