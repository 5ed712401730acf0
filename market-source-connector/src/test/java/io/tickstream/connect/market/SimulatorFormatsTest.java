package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tickstream.connect.market.record.RecordMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.Header;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The layouts and the faults of simulated records. */
class SimulatorFormatsTest {

  private static Map<String, String> config(String dataset, String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", "simulator");
    config.put("dataset", dataset);
    config.put("symbols", "BTCUSDT");
    config.put("topic", "t");
    config.put("sim.rate", "0");
    config.put("sim.time", "simulated");
    config.put("sim.trades.per.second", "10");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  private static List<SourceRecord> take(int count, Map<String, String> config) throws Exception {
    try (TaskRun run = TaskRun.start(config)) {
      return run.take(count).subList(0, count);
    }
  }

  private static List<Struct> structs(List<SourceRecord> records) {
    return records.stream().map(record -> (Struct) record.value()).toList();
  }

  private static List<String> fields(Struct struct) {
    return struct.schema().fields().stream().map(Field::name).toList();
  }

  private static List<String> faults(SourceRecord record) {
    List<String> faults = new ArrayList<>();
    record
        .headers()
        .allWithName(RecordMapper.FAULT_HEADER)
        .forEachRemaining(h -> faults.add((String) h.value()));
    return faults;
  }

  private static String fault(SourceRecord record) {
    Header header = record.headers().lastWithName(RecordMapper.FAULT_HEADER);
    return header == null ? null : (String) header.value();
  }

  @Test
  void aQuoteHasBothSidesOfTheBook() throws Exception {
    for (Struct quote : structs(take(500, config("quote")))) {
      assertThat(quote.getFloat64("bid")).isLessThan(quote.getFloat64("ask"));
      assertThat(quote.getFloat64("price"))
          .isBetween(quote.getFloat64("bid"), quote.getFloat64("ask"));
      assertThat(quote.getFloat64("bid_size")).isPositive();
      assertThat(quote.getFloat64("ask_size")).isPositive();
    }
  }

  @Test
  void barsAreMadeOfTheSameTicksAsTrades() throws Exception {
    List<Struct> trades = structs(take(20_000, config("trade", "value.price.type", "decimal")));
    List<SourceRecord> records =
        take(20, config("bar", "interval", "1m", "value.price.type", "decimal"));
    for (SourceRecord record : records) {
      Struct bar = (Struct) record.value();
      Date start = (Date) bar.get("start_time");
      Date end = (Date) bar.get("end_time");
      assertThat(end.getTime() - start.getTime()).isEqualTo(60_000);
      assertThat(record.timestamp()).isEqualTo(end.getTime());
      List<Struct> within =
          trades.stream()
              .filter(t -> !((Date) t.get("event_time")).before(start))
              .filter(t -> ((Date) t.get("event_time")).before(end))
              .toList();
      List<BigDecimal> prices = within.stream().map(t -> (BigDecimal) t.get("price")).toList();
      assertThat(bar.getInt64("trades")).isEqualTo(within.size());
      assertThat(bar.get("open")).isEqualTo(prices.get(0));
      assertThat(bar.get("close")).isEqualTo(prices.get(prices.size() - 1));
      assertThat(bar.get("high")).isEqualTo(prices.stream().max(BigDecimal::compareTo).get());
      assertThat(bar.get("low")).isEqualTo(prices.stream().min(BigDecimal::compareTo).get());
      assertThat(bar.get("volume"))
          .isEqualTo(
              within.stream()
                  .map(t -> (BigDecimal) t.get("quantity"))
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .setScale(8));
      assertThat(((BigDecimal) bar.get("vwap")))
          .isBetween((BigDecimal) bar.get("low"), (BigDecimal) bar.get("high"));
    }
  }

  @Test
  void barsGoOnBehindTheLastAcknowledgedOne() throws Exception {
    Map<String, String> config =
        config("bar", "interval", "5s", "sim.max.records", "30", "batch.max.records", "7");
    List<Struct> whole;
    try (TaskRun run = TaskRun.start(config)) {
      whole = structs(run.take(30));
    }
    FakeTaskContext context = new FakeTaskContext();
    List<Struct> pieces = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      try (TaskRun run = TaskRun.start(config, context)) {
        List<SourceRecord> piece = run.poll();
        context.acknowledge(piece);
        pieces.addAll(structs(piece));
      }
    }
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void onTheWallsClockABarComesAtItsClose() throws Exception {
    try (TaskRun run = TaskRun.start(config("bar", "interval", "1s", "sim.time", "wall"))) {
      SourceRecord record = run.take(1).get(0);
      long now = System.currentTimeMillis();
      assertThat(record.timestamp() % 1_000).isZero();
      assertThat(record.timestamp()).isBetween(now - 900, now);
    }
  }

  @Test
  void binanceTradesHaveTheElevenFieldsOfOld() throws Exception {
    for (Struct trade : structs(take(100, config("trade", "sim.format", "binance_trade")))) {
      assertThat(fields(trade))
          .containsExactly("e", "E", "s", "t", "p", "q", "b", "a", "T", "m", "M");
      assertThat(trade.get("e")).isEqualTo("trade");
      assertThat(trade.get("s")).isEqualTo("BTCUSDT");
      assertThat(trade.getString("p")).matches("\\d+\\.\\d{8}");
      assertThat(trade.getString("q")).matches("\\d+\\.\\d{8}");
      assertThat(trade.getInt64("E") - trade.getInt64("T")).isBetween(0L, 5L);
      assertThat(trade.get("M")).isEqualTo(true);
      assertThat(List.of(trade.getInt64("t"), trade.getInt64("b"), trade.getInt64("a")))
          .allMatch(id -> id > 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sim.format", "value.mode"})
  void flatBarsAreOrderedNumbersAndATimeAsText(String option) throws Exception {
    Map<String, String> config =
        config(
            "bar",
            "interval",
            "5s",
            option,
            "ohlc_flat",
            "value.schema.name",
            "com.example.FinancialData");
    config.put("symbols", "%TFM 1!-ICN");
    config.put("topic", "${symbol}");
    List<SourceRecord> records = take(100, config);
    for (Struct bar : structs(records)) {
      assertThat(bar.schema().name()).isEqualTo("com.example.FinancialData");
      assertThat(fields(bar))
          .containsExactly("timestamp", "ticker", "open", "high", "low", "close");
      assertThat(bar.getString("ticker")).isEqualTo("%TFM 1!-ICN");
      assertThat(bar.getString("timestamp")).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d[05]");
      assertThat(bar.getFloat64("low"))
          .isLessThanOrEqualTo(Math.min(bar.getFloat64("open"), bar.getFloat64("close")));
      assertThat(bar.getFloat64("high"))
          .isGreaterThanOrEqualTo(Math.max(bar.getFloat64("open"), bar.getFloat64("close")));
    }
    assertThat(records.get(0).topic()).isEqualTo("_TFM_1_-ICN");
  }

  @Test
  void stockTradesHaveTheFieldsOfTheGeneratedOnes() throws Exception {
    for (Struct trade : structs(take(100, config("trade", "sim.format", "stock_trades")))) {
      assertThat(fields(trade))
          .containsExactly("side", "quantity", "symbol", "price", "account", "userid");
      assertThat(trade.getString("side")).isIn("BUY", "SELL");
      assertThat(trade.getInt32("quantity")).isBetween(1, 5000);
      assertThat(trade.getInt32("price")).isPositive();
      assertThat(trade.getString("account")).isIn("ABC123", "LMN456", "XYZ789");
      assertThat(trade.getString("userid")).matches("User_[1-9]");
    }
  }

  @Test
  void everyFaultComesInItsShareAndIsMarked() throws Exception {
    List<SourceRecord> records =
        take(
            20_000,
            config(
                "trade",
                "sim.duplicate.ratio",
                "0.01",
                "sim.late.ratio",
                "0.02",
                "sim.out.of.order.ratio",
                "0.03",
                "sim.gap.ratio",
                "0.04",
                "sim.malformed.ratio",
                "0.05"));
    Map<String, Integer> shares = new HashMap<>();
    Set<Long> ids = new HashSet<>();
    long previousId = 0;
    long previousTime = 0;
    int gapsOfOneOrMore = 0;
    for (int i = 0; i < records.size(); i++) {
      SourceRecord record = records.get(i);
      Struct trade = (Struct) record.value();
      String fault = fault(record);
      long id = Long.parseLong(trade.getString("trade_id"));
      boolean repeated = !ids.add(id);
      if (fault != null) {
        shares.merge(fault, 1, Integer::sum);
      }
      assertThat(repeated).isEqualTo("duplicate".equals(fault));
      assertThat(trade.getFloat64("price") < 0).isEqualTo("malformed".equals(fault));
      assertThat(id < previousId).isEqualTo("out_of_order".equals(fault));
      boolean gapBefore = id > 1 && !ids.contains(id - 1);
      boolean early = i + 1 < records.size() && "out_of_order".equals(fault(records.get(i + 1)));
      assertThat(faults(record).contains("gap")).isEqualTo(gapBefore && !early && !repeated);
      gapsOfOneOrMore += gapBefore && !early && !repeated ? 1 : 0;
      if ("late".equals(fault)) {
        assertThat(record.timestamp()).isLessThan(previousTime);
      } else {
        previousTime = record.timestamp();
      }
      previousId = Math.max(previousId, id);
    }
    double n = records.size();
    assertThat(shares.get("duplicate") / n).isCloseTo(0.01, within(0.003));
    assertThat(shares.get("late") / n).isCloseTo(0.02, within(0.004));
    assertThat(shares.get("out_of_order") / n).isCloseTo(0.03, within(0.005));
    assertThat(shares.get("malformed") / n).isCloseTo(0.05, within(0.006));
    assertThat(ids.size() + gapsOfOneOrMore).isLessThanOrEqualTo((int) previousId);
    assertThat(gapsOfOneOrMore / n).isCloseTo(0.04, within(0.006));
    assertThat(ids.size() / (double) previousId).isCloseTo(0.96, within(0.006));
  }

  @Test
  void faultsAreTheSameAfterEveryRestart() throws Exception {
    Map<String, String> config =
        config(
            "trade",
            "sim.max.records",
            "300",
            "sim.out.of.order.ratio",
            "0.2",
            "sim.duplicate.ratio",
            "0.2",
            "sim.gap.ratio",
            "0.2");
    List<Object> whole = new ArrayList<>();
    try (TaskRun run = TaskRun.start(config)) {
      run.drain(1).forEach(record -> whole.add(record.value() + " " + fault(record)));
    }
    FakeTaskContext context = new FakeTaskContext();
    List<Object> pieces = new ArrayList<>();
    config.put("batch.max.records", "1");
    for (boolean more = true; more; ) {
      try (TaskRun run = TaskRun.start(config, context)) {
        // A restart only where a transaction has ended; a poll may find nothing but gaps.
        List<SourceRecord> piece = new ArrayList<>();
        for (int polls = 0; polls < 12 && run.context.commits.isEmpty(); polls++) {
          piece.addAll(run.poll());
        }
        run.context.commits.clear();
        more = !piece.isEmpty();
        context.acknowledge(piece);
        piece.forEach(record -> pieces.add(record.value() + " " + fault(record)));
      }
    }
    assertThat(pieces).isEqualTo(whole);
  }

  @Test
  void pricesAreDoublesDecimalsOrDigits() throws Exception {
    Struct number = structs(take(1, config("trade"))).get(0);
    Struct decimal = structs(take(1, config("trade", "value.price.type", "decimal"))).get(0);
    Struct text = structs(take(1, config("trade", "value.price.type", "string"))).get(0);

    BigDecimal exact = new BigDecimal(text.getString("price"));
    assertThat(number.get("price")).isEqualTo(exact.doubleValue());
    assertThat(decimal.get("price")).isEqualTo(exact.setScale(8));
    assertThat(decimal.schema().field("price").schema().parameters())
        .isEqualTo(Map.of("scale", "8", "connect.decimal.precision", "38"));
  }

  @Test
  void keysTimestampsAndHeadersGoByOption() throws Exception {
    SourceRecord record =
        take(
                1,
                config(
                    "trade",
                    "record.key",
                    "struct",
                    "record.timestamp",
                    "none",
                    "record.headers",
                    "provider,dataset"))
            .get(0);
    assertThat(((Struct) record.key()).get("provider")).isEqualTo("simulator");
    assertThat(record.timestamp()).isNull();
    assertThat(record.headers().lastWithName("market.provider").value()).isEqualTo("simulator");
    assertThat(record.headers().lastWithName("market.dataset").value()).isEqualTo("trade");
    assertThat(take(1, config("trade", "record.key", "none")).get(0).key()).isNull();
    assertThat(take(1, config("trade", "record.key", "provider:symbol")).get(0).key())
        .isEqualTo("simulator:BTCUSDT");
    assertThat(take(1, config("trade", "record.timestamp", "ingest")).get(0).timestamp())
        .isCloseTo(System.currentTimeMillis(), within(10_000L));
  }
}
