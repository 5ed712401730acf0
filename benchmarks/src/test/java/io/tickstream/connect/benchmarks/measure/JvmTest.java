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
  void theTotalOfAHistogramIsItsBytes() {
    String histogram =
        """
        12345:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:          2000         131072  [B (java.base@17.0.15)
        Total          2500         163840
        """;

    assertThat(Jvm.total(histogram)).isEqualTo(163_840);
  }

  @Test
  void whatIsHeldIsLiveHeapAndWhatIsNotIsNot() {
    long pid = ProcessHandle.current().pid();
    byte[][] held = {new byte[20 << 20]};
    long with = Jvm.liveHeapBytes(pid);
    held[0] = new byte[0];
    long without = Jvm.liveHeapBytes(pid);

    assertThat(with - without).isBetween(15L << 20, 25L << 20);
    assertThat(held[0]).isEmpty();
  }
}
