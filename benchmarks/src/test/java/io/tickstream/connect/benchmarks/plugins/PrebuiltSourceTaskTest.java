package io.tickstream.connect.benchmarks.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.micro.SimulatorBenchmark;
import java.util.Map;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

class PrebuiltSourceTaskTest {

  @Test
  void thePrebuiltRecordHasTheSchemaOfTheSimulatorsTrades() throws Exception {
    SimulatorBenchmark simulator = new SimulatorBenchmark();
    simulator.symbols = 1;
    simulator.start();
    try {
      assertThat(PrebuiltSourceTask.TRADE).isEqualTo(simulator.poll().get(0).valueSchema());
    } finally {
      simulator.stop();
    }
  }

  @Test
  void aPollReturnsAsManyRecordsAsABatchMayHave() {
    PrebuiltSourceTask task = new PrebuiltSourceTask();
    task.start(Map.of("topic", "ticks", "batch.max.records", "7"));

    assertThat(task.poll()).hasSize(7).allMatch(trade -> trade.topic().equals("ticks"));
  }

  @Test
  void theRecordsOfABatchAreOfAsManySymbolsAsAskedFor() {
    PrebuiltSourceTask task = new PrebuiltSourceTask();
    task.start(Map.of("topic", "ticks", "batch.max.records", "7", "symbols", "3"));

    assertThat(task.poll()).hasSize(7);
    assertThat(task.poll()).extracting(SourceRecord::key).containsOnly("S0", "S1", "S2");
    assertThat(task.poll().stream().map(SourceRecord::sourcePartition).distinct()).hasSize(3);
  }

  @Test
  void allSymbolsHaveTheirTurnHoweverShortABatchIs() {
    PrebuiltSourceTask task = new PrebuiltSourceTask();
    task.start(Map.of("topic", "ticks", "batch.max.records", "2", "symbols", "3"));

    assertThat(task.poll()).extracting(SourceRecord::key).containsExactly("S0", "S1");
    assertThat(task.poll()).extracting(SourceRecord::key).containsExactly("S2", "S0");
    assertThat(task.poll()).extracting(SourceRecord::key).containsExactly("S1", "S2");
    assertThat(task.poll()).extracting(SourceRecord::key).containsExactly("S0", "S1");
  }
}
