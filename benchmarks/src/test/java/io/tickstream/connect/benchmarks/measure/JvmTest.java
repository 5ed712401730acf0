package io.tickstream.connect.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmTest {

  @Test
  void columnsOfJstatAreFoundByName() {
    String table =
        """
            S0C     S1C     S0U     S1U      GCT
            0.0     0.0     0.0    512.5    0.125
        """;

    assertThat(Jvm.column(table, "GCT")).isEqualTo(0.125);
    assertThat(Jvm.column(table, "S1U")).isEqualTo(512.5);
  }

  @Test
  void aRunningJvmTellsItsLiveHeap() {
    assertThat(Jvm.liveHeapBytes(ProcessHandle.current().pid())).isBetween(1L << 20, 1L << 30);
  }
}
