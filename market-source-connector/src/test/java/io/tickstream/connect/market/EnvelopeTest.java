package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.market.provider.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** Whole answers of venues with history: published for what is new in them, resumed behind it. */
class EnvelopeTest {

  private static final long MINUTE = 60_000;

  private static Map<String, String> config(String provider, String url, String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", provider);
    config.put("value.mode", "envelope");
    config.put("base.url", url);
    config.put("topic", "t");
    config.put("poll.interval.ms", "1");
    config.put("poll.align", "false");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  private static Map<String, String> trades(HistoryServer server) {
    return config(
        "binance",
        server.url(),
        "dataset",
        "trade",
        "symbols",
        "BTCUSDT",
        "start.from",
        "earliest",
        "value.envelope.timestamp.field",
        "");
  }

  private static List<Long> ids(List<SourceRecord> records) {
    List<Long> ids = new ArrayList<>();
    for (SourceRecord record : records) {
      Json.parse((String) record.value()).forEach(trade -> ids.add(trade.get("a").asLong()));
    }
    return ids;
  }

  @Test
  void anAnswerWithNewTradesIsPublishedOnceAndResumedBehind() throws Exception {
    FakeTaskContext context = new FakeTaskContext();
    try (HistoryServer server = new HistoryServer(1_700)) {
      try (TaskRun run = TaskRun.start(trades(server), context)) {
        List<SourceRecord> pages = run.take(2);
        context.acknowledge(pages);

        assertThat(pages).hasSize(2).extracting(SourceRecord::key).containsOnly("BTCUSDT");
        assertThat(ids(pages)).isEqualTo(LongStream.range(0, 1_700).boxed().toList());
        assertThat(run.drain(1)).isEmpty();
      }
      server.trade(10);
      try (TaskRun run = TaskRun.start(trades(server), context)) {
        assertThat(ids(run.take(1))).isEqualTo(LongStream.range(1_700, 1_710).boxed().toList());
      }
    }
  }

  /** Minutes since ten minutes ago. */
  private static String klines(RecordedRequest request, long originMs, int last) {
    long fromMs = Long.parseLong(request.getUrl().queryParameter("startTime"));
    return IntStream.rangeClosed(0, last)
        .mapToLong(minute -> originMs + minute * MINUTE)
        .filter(startMs -> startMs >= fromMs)
        .mapToObj(
            startMs ->
                "[%d,\"1\",\"3\",\"1\",\"2\",\"5\",%d,\"9\",4,\"1\",\"1\",\"0\"]"
                    .formatted(startMs, startMs + MINUTE - 1))
        .toList()
        .toString();
  }

  @Test
  void aBarThatWasOpenWhenTheLastAnswerCameIsNotSkipped() throws Exception {
    long originMs = System.currentTimeMillis() / MINUTE * MINUTE - 10 * MINUTE;
    AtomicInteger last = new AtomicInteger(4);
    FakeTaskContext context = new FakeTaskContext();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return new MockResponse.Builder().body(klines(request, originMs, last.get())).build();
            }
          });
      server.start();
      Map<String, String> config =
          config(
              "binance",
              server.url("").toString(),
              "dataset",
              "bar",
              "interval",
              "1m",
              "symbols",
              "BTCUSDT",
              "start.from",
              "earliest");
      try (TaskRun run = TaskRun.start(config, context)) {
        context.acknowledge(run.take(1));
        assertThat(run.drain(1)).isEmpty();
      }
      last.set(5);
      try (TaskRun run = TaskRun.start(config, context)) {
        List<SourceRecord> records = run.take(1);

        assertThat((String) records.get(0).value()).contains("[" + (originMs + 5 * MINUTE) + ",");
        assertThat(records.get(0).sourceOffset())
            .isEqualTo(Map.of("ts", originMs + 5 * MINUTE, "id", "closed"));
      }
    }
  }

  @Test
  void whatHasHistoryIsAskedForOneSymbolAtATime() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      for (int i = 0; i < 2; i++) {
        server.enqueue(
            new MockResponse.Builder()
                .body(
                    "{\"values\":[{\"datetime\":\"2026-01-05 10:00:00\",\"open\":\"1\",\"high\":\"1\","
                        + "\"low\":\"1\",\"close\":\"1\"}],\"status\":\"ok\"}")
                .build());
      }
      server.start();
      Map<String, String> config =
          config(
              "twelvedata",
              server.url("").toString(),
              "dataset",
              "bar",
              "interval",
              "1d",
              "symbols",
              "AAPL,MSFT",
              "api.key",
              "k3y",
              "start.from",
              "2026-01-05");
      try (TaskRun run = TaskRun.start(config)) {
        assertThat(run.take(2))
            .extracting(record -> record.key() + " " + record.sourcePartition().get("symbol"))
            .containsExactlyInAnyOrder("AAPL AAPL", "MSFT MSFT");
      }
    }
  }

  @Test
  void aStoredIdThatIsNoNumberIsNamedWhereTradesAreNumbered() throws Exception {
    FakeTaskContext context = new FakeTaskContext();
    context.offsets.put(
        Map.of("provider", "binance", "dataset", "trade", "symbol", "BTCUSDT"),
        Map.of("ts", 5L, "id", "00ff00ff00ff00ff"));
    try (HistoryServer server = new HistoryServer(1)) {
      assertThatThrownBy(() -> TaskRun.start(trades(server), context))
          .hasMessageContaining("symbol=BTCUSDT")
          .hasMessageContaining("\"id\" must be the number of a trade")
          .hasMessageContaining("alter or reset the connector's offsets");
    }
  }
}
