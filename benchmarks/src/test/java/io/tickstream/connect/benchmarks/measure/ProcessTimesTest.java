package io.tickstream.connect.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessTimesTest {

  @Test
  void userAndSystemTicksAreAddedEvenWhenTheCommandHoldsSpacesAndParentheses() {
    String stat = "4711 (java (x) y) S 1 2 3 4 5 6 7 8 9 10 1234 66 0 0 20 0 37 0 55 1 2";

    assertThat(ProcessTimes.parse(stat)).isEqualTo(13.0);
  }

  @Test
  void endedChildrenAreAddedWhereTheyAreAskedFor() {
    String stat = "4711 (java) S 1 2 3 4 5 6 7 8 9 10 1234 66 300 40 20 0 37 0 55 1 2";

    assertThat(ProcessTimes.parse(stat, 14, 17)).isEqualTo(16.4);
  }

  @Test
  void peakResidentIsReadInBytes() {
    assertThat(ProcessTimes.parsePeakResident("Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t 1 kB\n"))
        .isEqualTo(204800L * 1024);
  }

  @Test
  void aBusyThreadShowsInItsOwnProcess() {
    long self = ProcessHandle.current().pid();
    double before = ProcessTimes.cpuSeconds(self);
    double machineBefore = MachineTimes.busySeconds();
    long x = 1;
    long until = System.nanoTime() + 200_000_000L;
    while (System.nanoTime() < until) {
      x = x * 31 + 7;
    }

    assertThat(x).isNotZero();
    assertThat(ProcessTimes.cpuSeconds(self) - before).isPositive();
    assertThat(MachineTimes.busySeconds() - machineBefore).isPositive();
    assertThat(ProcessTimes.peakResidentBytes(self)).isGreaterThan(1 << 20);
  }

  @Test
  void interruptAndIdleTimeIsNobodysWork() {
    assertThat(MachineTimes.parse("cpu  100 20 30 9999 500 7 8 40 0 0\ncpu0 1 2 3\n"))
        .isEqualTo(1.9);
  }

  @Test
  void whatOthersTookIsAShareOfAllCores() {
    assertThat(MachineTimes.otherShare(18, 16, 10, 2)).isEqualTo(0.1);
    assertThat(MachineTimes.otherShare(15.9, 16, 10, 2)).isZero();
  }
}
