package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class SimulatorTaskTest {

  private static Map<String, String> config(String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", "simulator");
    config.put("dataset", "trade");
    config.put("symbols", "AAPL,MSFT,TSLA,XOM");
    config.put("topic", "market.${dataset}s");
    config.put("sim.rate", "0");
    config.put("sim.time", "simulated");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  /** Each symbol's values, in order. */
  private static Map<String, List<Object>> bySymbol(List<SourceRecord> records) {
    return records.stream()
        .collect(
            Collectors.groupingBy(
                record -> (String) record.key(),
                LinkedHashMap::new,
                Collectors.mapping(SourceRecord::value, Collectors.toList())));
  }

  @Test
  void aTradeIsARecordOfItsSymbol() throws Exception {
    try (TaskRun run = TaskRun.start(config())) {
      SourceRecord record = run.take(1).get(0);
      Struct trade = (Struct) record.value();

      assertThat(record.topic()).isEqualTo("market.trades");
      assertThat(record.key()).isEqualTo(trade.get("symbol"));
      assertThat(record.valueSchema().name()).isEqualTo("io.tickstream.market.Trade");
      assertThat(trade.get("provider")).isEqualTo("simulator");
      assertThat(trade.getFloat64("price")).isPositive();
      assertThat(trade.getFloat64("quantity")).isPositive();
      assertThat(trade.getString("trade_id")).isEqualTo("1");
      assertThat(trade.getString("side")).isIn("buy", "sell");
      assertThat(record.timestamp()).isEqualTo(((Date) trade.get("event_time")).getTime());
      assertThat(record.sourcePartition())
          .isEqualTo(
              Map.of(
                  "provider",
                  "simulator",
                  "dataset",
                  "trade",
                  "symbol",
                  record.key(),
                  "seed",
                  "42"));
    }
  }

  @Test
  void theTicksAreTheSameForAnyNumberOfTasks() throws Exception {
    Map<String, List<Object>> alone;
    try (TaskRun run = TaskRun.start(config("sim.max.records", "500"))) {
      alone = bySymbol(run.take(2000));
    }
    Map<String, List<Object>> shared = new HashMap<>();
    List<Map<String, String>> tasks = TaskRun.taskConfigs(config("sim.max.records", "500"), 3);
    assertThat(tasks).hasSize(3);
    for (Map<String, String> task : tasks) {
      try (TaskRun run = TaskRun.startTask(task, new FakeTaskContext())) {
        shared.putAll(bySymbol(run.drain(1)));
      }
    }
    assertThat(shared).isEqualTo(alone);
  }

  @Test
  void itGoesOnBehindTheLastAcknowledgedTick() throws Exception {
    List<SourceRecord> whole;
    try (TaskRun run = TaskRun.start(config("sim.max.records", "300"))) {
      whole = run.take(1200);
    }
    FakeTaskContext context = new FakeTaskContext();
    List<SourceRecord> pieces = new ArrayList<>();
    while (pieces.size() < 1200) {
      try (TaskRun run =
          TaskRun.start(config("sim.max.records", "300", "batch.max.records", "77"), context)) {
        List<SourceRecord> piece = run.poll();
        context.acknowledge(piece);
        pieces.addAll(piece);
      }
    }
    assertThat(bySymbol(pieces)).isEqualTo(bySymbol(whole));
  }

  @Test
  void anotherSeedIsAnotherHistory() throws Exception {
    try (TaskRun one = TaskRun.start(config());
        TaskRun other = TaskRun.start(config("sim.seed", "43"))) {
      SourceRecord a = one.take(1).get(0);
      SourceRecord b = other.take(1).get(0);
      assertThat(a.value()).isNotEqualTo(b.value());
      assertThat(a.sourcePartition()).isNotEqualTo(b.sourcePartition());
    }
  }

  @Test
  void afterTheLastRecordTheTaskIsIdle() throws Exception {
    try (TaskRun run = TaskRun.start(config("sim.max.records", "10"))) {
      assertThat(run.take(40)).hasSize(40);
      assertThat(run.poll()).isEmpty();
      assertThat(run.poll()).isEmpty();
    }
  }

  @Test
  void unlessToldOtherwiseTenRecordsASecondComeOfAllTasksTogether() throws Exception {
    Map<String, String> config = config();
    config.keySet().removeAll(List.of("sim.rate", "sim.time"));
    long begun = System.nanoTime();
    int records = 0;
    List<TaskRun> runs = new ArrayList<>();
    for (Map<String, String> task : TaskRun.taskConfigs(config, 2)) {
      runs.add(TaskRun.startTask(task, new FakeTaskContext()));
    }
    while (System.nanoTime() - begun < 3_000_000_000L) {
      for (TaskRun run : runs) {
        records += run.poll().size();
      }
    }
    runs.forEach(TaskRun::close);
    double seconds = (System.nanoTime() - begun) / 1e9;
    assertThat(records / seconds).isBetween(6.0, 14.0);
  }

  @Test
  void everyPriceIsAWholeNumberOfTicks() throws Exception {
    try (TaskRun run =
        TaskRun.start(config("sim.tick.size", "0.05", "value.price.type", "decimal"))) {
      assertThat(run.take(1_000))
          .allSatisfy(
              record ->
                  assertThat(
                          ((BigDecimal) ((Struct) record.value()).get("price"))
                              .remainder(new BigDecimal("0.05")))
                      .isEqualByComparingTo("0"));
    }
  }

  @Test
  void anHourOfTradingIsInTheOrderOfTimeWhicheverSymbol() throws Exception {
    try (TaskRun run = TaskRun.start(config())) {
      assertThat(run.take(5000)).extracting(SourceRecord::timestamp).isSorted();
    }
  }

  @Test
  void simulatedTradingKeepsTheHoursOfTheSession() throws Exception {
    Map<String, String> config = config("symbols", "A");
    config.put("sim.trades.per.second", "0.02");
    config.put("sim.session", "new_york");
    config.put("sim.session.holidays", "2026-03-09,2026-03-11");
    config.put("sim.start", "2026-03-06T22:00:00Z");
    try (TaskRun run = TaskRun.start(config)) {
      Set<String> days = new TreeSet<>();
      for (SourceRecord record : run.take(1_500)) {
        Instant time = Instant.ofEpochMilli(record.timestamp());
        ZonedDateTime local = time.atZone(ZoneId.of("America/New_York"));
        assertThat(local.toLocalTime())
            .isBetween(LocalTime.of(9, 30), LocalTime.of(15, 59, 59, 999_999_999));
        days.add(local.toLocalDate().toString());
      }
      assertThat(days).startsWith("2026-03-10", "2026-03-12", "2026-03-13", "2026-03-16");
    }
  }

  @Test
  void everyPollIsATransaction() throws Exception {
    try (TaskRun run = TaskRun.start(config("batch.max.records", "50"))) {
      List<SourceRecord> records = run.poll();
      assertThat(records).hasSize(50);
      assertThat(run.context.commits).containsExactly(records.get(49));
    }
  }
}
