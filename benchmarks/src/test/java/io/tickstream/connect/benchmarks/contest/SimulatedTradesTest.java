package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.contest.ContestSettings.Format;
import io.tickstream.connect.benchmarks.micro.NoSourceContext;
import io.tickstream.connect.market.MarketSourceTask;
import io.tickstream.connect.market.config.TaskConfig;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two tasks of three symbols, of which the second has been faster. */
class SimulatedTradesTest {

  private static final List<Map<String, String>> TASKS =
      TaskConfig.split(
          Map.of(
              "name", "simulated",
              "provider", "simulator",
              "dataset", "trade",
              "topic", "ticks",
              "symbols", "S0,S1,S2",
              "sim.rate", "0",
              "sim.seed", "42",
              "batch.max.records", "100"),
          List.of("S0", "S1", "S2"),
          2);

  private final SimulatedTrades trades = new SimulatedTrades(TASKS);
  private final List<Struct> made = new ArrayList<>();

  @BeforeEach
  void makeTrades() throws InterruptedException {
    make(TASKS.get(0), 2);
    make(TASKS.get(1), 3);
  }

  private void make(Map<String, String> config, int polls) throws InterruptedException {
    MarketSourceTask task = new MarketSourceTask();
    task.initialize(new NoSourceContext());
    task.start(config);
    try {
      for (int i = 0; i < polls; i++) {
        for (SourceRecord record : task.poll()) {
          made.add((Struct) record.value());
        }
      }
    } finally {
      task.stop();
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheSimulatorHasMadeIsRight(Format format) throws InterruptedException {
    Converter converter = Converters.of(format, URI.create("mock://simulated"));
    for (Struct trade : made) {
      byte[] bytes = converter.fromConnectData("ticks", trade.schema(), trade);
      trades.add(converter.toConnectData("ticks", bytes).value());
    }
    assertThat(trades.problem()).isNull();
  }

  @Test
  void aSymbolThatIsWhollyMissingIsTold() throws InterruptedException {
    made.stream().filter(trade -> !trade.get("symbol").equals("S1")).forEach(trades::add);
    assertThat(trades.problem()).isEqualTo("S1 has no trades");
  }

  @Test
  void aTradeThatIsMissingIsTold() throws InterruptedException {
    made.stream()
        .filter(trade -> !(trade.get("symbol").equals("S2") && trade.get("trade_id").equals("7")))
        .forEach(trades::add);
    assertThat(trades.problem()).isEqualTo("S2 has no trade 7");
  }

  @Test
  void aTradeWithAnotherContentIsTold() throws InterruptedException {
    Struct trade = made.get(50);
    trade.put("price", trade.getFloat64("price") + 0.01);
    made.forEach(trades::add);
    assertThat(trades.problem())
        .isEqualTo(trade.get("symbol") + " has other trades than it should have");
  }

  @Test
  void aSymbolMayBeMissingThatHasNotHadItsTurn() throws InterruptedException {
    trades.add(made.get(0));
    assertThat(trades.problem()).isNull();
  }
}
