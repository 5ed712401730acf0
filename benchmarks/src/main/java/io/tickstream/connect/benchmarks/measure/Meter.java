package io.tickstream.connect.benchmarks.measure;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Measures what processes used between two moments, and what the rest of the machine did meanwhile.
 */
public final class Meter {

  /** Whose work a process does. */
  public enum Role {
    /** The Connect worker, or the client that stands in its place. */
    CLIENT,
    /** Cassandra. */
    CASSANDRA,
    /** The Kafka broker. */
    BROKER,
    /** The benchmark itself and servers that rest meanwhile. */
    BENCHMARK
  }

  /**
   * What a window held.
   *
   * @param cpu seconds per role
   * @param otherShare share (0 to 1) of the machine that processes outside the benchmark took
   */
  public record Usage(double seconds, Map<Role, Double> cpu, double otherShare) {}

  private final Map<Role, Collection<Long>> pids;
  private final long startedAt;
  private final double busyBefore;
  private final Map<Role, Double> before;

  private Meter(Map<Role, Collection<Long>> pids) {
    this.pids = pids;
    this.before = cpu(pids);
    this.busyBefore = MachineTimes.busySeconds();
    this.startedAt = System.nanoTime();
  }

  /** Starts to measure these processes. */
  public static Meter start(Map<Role, Collection<Long>> pids) {
    return new Meter(pids);
  }

  /** What has been used since the start. */
  public Usage stop() {
    double seconds = (System.nanoTime() - startedAt) / 1e9;
    double busy = MachineTimes.busySeconds() - busyBefore;
    Map<Role, Double> used = cpu(pids);
    used.replaceAll((role, after) -> after - before.getOrDefault(role, 0.0));
    double own = used.values().stream().mapToDouble(Double::doubleValue).sum();
    int cores = Runtime.getRuntime().availableProcessors();
    return new Usage(seconds, used, MachineTimes.otherShare(busy, own, seconds, cores));
  }

  private static Map<Role, Double> cpu(Map<Role, Collection<Long>> pids) {
    Map<Role, Double> cpu = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      cpu.put(role, ProcessTimes.cpuSeconds(pids.getOrDefault(role, List.of())));
    }
    return cpu;
  }
}
