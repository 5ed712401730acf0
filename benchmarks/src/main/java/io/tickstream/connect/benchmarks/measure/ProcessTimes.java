package io.tickstream.connect.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/** CPU time and peak memory of a process, from {@code /proc}; see proc(5). */
public final class ProcessTimes {

  /** USER_HZ: fixed at 100 in the kernel's interface, whatever the kernel's own tick. */
  static final double TICKS_PER_SECOND = 100.0;

  private static final int USER_FIELD = 14;
  private static final int SYSTEM_FIELD = 15;

  /** The last of four: user, system, and both of ended children. */
  private static final int ENDED_FIELD = 17;

  private ProcessTimes() {}

  /** CPU seconds, user and system, that a live process has used. */
  public static double cpuSeconds(long pid) {
    return parse(read(Path.of("/proc", Long.toString(pid), "stat")));
  }

  /** CPU seconds of several live processes. */
  public static double cpuSeconds(Collection<Long> pids) {
    return pids.stream().mapToDouble(ProcessTimes::cpuSeconds).sum();
  }

  /** CPU seconds that a live process and those of its children that have ended have used. */
  public static double cpuSecondsWithEndedChildren(long pid) {
    return parse(read(Path.of("/proc", Long.toString(pid), "stat")), USER_FIELD, ENDED_FIELD);
  }

  /** Highest resident memory since the start or the last {@link #resetPeakResident}, in bytes. */
  public static long peakResidentBytes(long pid) {
    return parsePeakResident(read(Path.of("/proc", Long.toString(pid), "status")));
  }

  /** Makes the peak count from now on. */
  public static void resetPeakResident(long pid) {
    try {
      Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), "5");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static double parse(String stat) {
    return parse(stat, USER_FIELD, SYSTEM_FIELD);
  }

  static double parse(String stat, int firstField, int lastField) {
    // The second field is the command in parentheses and may hold spaces and parentheses itself.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).trim().split(" ", -1);
    long ticks = 0;
    for (int field = firstField; field <= lastField; field++) {
      ticks += Long.parseLong(fields[field - 3]);
    }
    return ticks / TICKS_PER_SECOND;
  }

  static long parsePeakResident(String status) {
    return status
        .lines()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no VmHWM line: the process has ended"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
