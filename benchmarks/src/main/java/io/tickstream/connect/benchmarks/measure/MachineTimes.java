package io.tickstream.connect.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * CPU seconds the whole machine has been busy with processes, or has been denied by its host.
 * Interrupts are left out: they serve the measured processes too and belong to none.
 */
public final class MachineTimes {

  private static final int USER = 1;
  private static final int NICE = 2;
  private static final int SYSTEM = 3;
  private static final int STEAL = 8;

  private MachineTimes() {}

  /** Since boot. */
  public static double busySeconds() {
    try {
      return parse(Files.readString(Path.of("/proc/stat")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The share (0 to 1) of the machine that others took.
   *
   * @param busySeconds of the whole machine in the window
   * @param ownSeconds of the measured processes in the window
   */
  public static double otherShare(
      double busySeconds, double ownSeconds, double windowSeconds, int cores) {
    return Math.max(0, busySeconds - ownSeconds) / (windowSeconds * cores);
  }

  static double parse(String stat) {
    String[] fields = stat.lines().findFirst().orElseThrow().trim().split(" +", -1);
    long ticks = 0;
    for (int field : new int[] {USER, NICE, SYSTEM, STEAL}) {
      ticks += Long.parseLong(fields[field]);
    }
    return ticks / ProcessTimes.TICKS_PER_SECOND;
  }
}
