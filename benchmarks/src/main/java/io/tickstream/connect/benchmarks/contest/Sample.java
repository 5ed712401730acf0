package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.measure.Meter.Role;
import io.tickstream.connect.benchmarks.measure.Meter.Usage;

/**
 * What one repetition of one contestant took.
 *
 * @param rows written in the measured window
 * @param usage time, CPU and the machine's other work in the window
 * @param gcMillis of the worker or client, from the connector's creation to the end
 * @param peakResidentBytes highest resident memory of the worker or client meanwhile
 * @param liveHeapBytes what a collection in the middle of the run left; 0 when not asked for
 * @param startSeconds from the connector's creation to its first commit
 */
public record Sample(
    long rows,
    Usage usage,
    double gcMillis,
    long peakResidentBytes,
    long liveHeapBytes,
    double startSeconds) {

  private static final double MILLION = 1e6;

  /** Rows per second. */
  public double rate() {
    return rows / usage.seconds();
  }

  /** CPU seconds per million rows. */
  public double cpuPerMillion(Role role) {
    return usage.cpu().getOrDefault(role, 0.0) / rows * MILLION;
  }
}
