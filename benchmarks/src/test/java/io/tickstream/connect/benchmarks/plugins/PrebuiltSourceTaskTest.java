package io.tickstream.connect.benchmarks.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.micro.SimulatorBenchmark;
import java.util.Map;
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
}
