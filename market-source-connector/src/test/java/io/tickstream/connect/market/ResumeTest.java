package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A task that ends at any moment goes on where its acknowledged records end. */
class ResumeTest {

  private static Map<String, String> config(HistoryServer server, String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", "binance");
    config.put("dataset", "trade");
    config.put("symbols", "BTCUSDT");
    config.put("topic", "t");
    config.put("base.url", server.url());
    config.put("start.from", "earliest");
    config.put("poll.interval.ms", "1");
    config.put("retry.backoff.initial.ms", "1");
    config.put("retry.backoff.max.ms", "5");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  private static List<Long> ids(List<SourceRecord> records) {
    return records.stream()
        .map(record -> Long.valueOf(((Struct) record.value()).getString("trade_id")))
        .toList();
  }

  private static List<Long> upTo(long trades) {
    return LongStream.range(0, trades).boxed().toList();
  }

  @Test
  void aBackfillIsCompleteAndInOrder() throws Exception {
    try (HistoryServer server = new HistoryServer(5_300);
        TaskRun run = TaskRun.start(config(server))) {
      assertThat(ids(run.take(5_300))).isEqualTo(upTo(5_300));
      server.trade(700);
      assertThat(ids(run.take(700)).get(699)).isEqualTo(5_999);
    }
  }

  @Test
  void withTransactionsNothingIsMissingAndNothingRepeated() throws Exception {
    Random random = new Random(20);
    FakeTaskContext context = new FakeTaskContext();
    List<SourceRecord> committed = new ArrayList<>();
    try (HistoryServer server = new HistoryServer(12_000)) {
      server.everyNthFails = 7;
      for (int kill = 0; kill < 20; kill++) {
        server.trade(100);
        List<SourceRecord> open = new ArrayList<>();
        try (TaskRun run = TaskRun.start(config(server, "batch.max.records", "150"), context)) {
          for (int polls = random.nextInt(8); polls >= 0; polls--) {
            for (SourceRecord record : run.poll()) {
              open.add(record);
              if (context.commits.contains(record)) {
                committed.addAll(open);
                context.acknowledge(open);
                open.clear();
              }
            }
          }
        }
        // What is open here was never visible to anyone.
      }
      try (TaskRun run = TaskRun.start(config(server), context)) {
        committed.addAll(run.take(14_000 - committed.size()));
      }
    }
    assertThat(ids(committed)).isEqualTo(upTo(14_000));
  }

  /** The API knows whole seconds only, so every answer begins with what was published before. */
  @ParameterizedTest
  @CsvSource({"t, false, false", "'', false, true", "'', true, false", "'', true, true"})
  void tradesAskedForByTheSecondAreNeitherLostNorRepeated(
      String prefix, boolean sequential, boolean newestFirst) throws Exception {
    AtomicLong last = new AtomicLong();
    FakeTaskContext context = new FakeTaskContext();
    List<SourceRecord> committed = new ArrayList<>();
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              long since = Long.parseLong(request.getUrl().queryParameter("since"));
              List<String> trades =
                  LongStream.range(Math.max(0, 7 * since), last.get())
                      .mapToObj(id -> "[%d,1.5,2,\"%s%d\"]".formatted(id / 7, prefix, id))
                      .collect(Collectors.toCollection(ArrayList::new));
              if (newestFirst) {
                Collections.reverse(trades);
              }
              return new MockResponse.Builder().body(trades.toString()).build();
            }
          });
      server.start();
      Map<String, String> config = new HashMap<>();
      config.put("provider", "http");
      config.put("dataset", "trade");
      config.put("symbols", "X");
      config.put("topic", "t");
      config.put("start.from", "earliest");
      config.put("poll.interval.ms", "1");
      config.put("json.url", server.url("/trades") + "?since=${cursor.ts}");
      config.put("json.time.format", "s");
      config.put("json.cursor.format", "s");
      config.put("json.field.time", "/0");
      config.put("json.field.price", "/1");
      config.put("json.field.quantity", "/2");
      config.put("json.field.id", "/3");
      config.put("json.ids.sequential", Boolean.toString(sequential));
      for (int restart = 0; restart < 5; restart++) {
        try (TaskRun run = TaskRun.start(config, context)) {
          for (int i = 0; i < 4; i++) {
            int more = i == 3 ? 3 : 1_500 + restart;
            last.addAndGet(more);
            List<SourceRecord> records = run.take(more);
            committed.addAll(records);
            context.acknowledge(records);
          }
          assertThat(run.drain(1)).isEmpty();
        }
      }
    }
    assertThat(committed)
        .extracting(record -> ((Struct) record.value()).getString("trade_id"))
        .isEqualTo(LongStream.range(0, last.get()).mapToObj(id -> prefix + id).toList());
  }

  @Test
  void withoutTransactionsNothingIsMissing() throws Exception {
    Random random = new Random(21);
    FakeTaskContext context = new FakeTaskContext();
    List<SourceRecord> seen = new ArrayList<>();
    try (HistoryServer server = new HistoryServer(12_000)) {
      for (int kill = 0; kill < 20; kill++) {
        try (TaskRun run = TaskRun.start(config(server, "batch.max.records", "150"), context)) {
          for (int polls = random.nextInt(8); polls >= 0; polls--) {
            List<SourceRecord> records = run.poll();
            seen.addAll(records);
            // The worker may be killed after the records are written, but before it notes how far
            // they got.
            context.acknowledge(records.subList(0, random.nextInt(records.size() + 1)));
          }
        }
      }
      try (TaskRun run = TaskRun.start(config(server), context)) {
        seen.addAll(run.drain(3));
      }
    }
    assertThat(ids(seen)).containsAll(upTo(12_000));
  }

  @Test
  void anAlteredOffsetRewinds() throws Exception {
    FakeTaskContext context = new FakeTaskContext();
    try (HistoryServer server = new HistoryServer(1_000)) {
      try (TaskRun run = TaskRun.start(config(server), context)) {
        context.acknowledge(run.take(1_000));
      }
      context.offsets.replaceAll(
          (partition, offset) -> Map.of("ts", 1_795_000_000_499L, "id", "499"));
      try (TaskRun run = TaskRun.start(config(server), context)) {
        assertThat(ids(run.take(500))).startsWith(500L).endsWith(999L);
      }
    }
  }
}
