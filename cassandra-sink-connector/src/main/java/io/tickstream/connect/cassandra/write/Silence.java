package io.tickstream.connect.cassandra.write;

import java.util.concurrent.TimeUnit;

/**
 * Whether the consumer has had nothing for so long that the newest millisecond of a partition is
 * complete. One poll of nothing is not enough: what follows may be waiting behind other partitions,
 * be on its way from a broker that takes its time, or not be read because the sink paused reading.
 * Connect does not tell an empty topic from a connector paused over REST, from a poll that a
 * transform dropped all of, or from a fetch that takes longer still: those count as silence, too.
 * So a silence that ends without records of a partition tells nothing of it any more, unless the
 * partition had had none for a minute. For the task's thread only.
 */
final class Silence {
  private static final long LEAST_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A commit that stands for long has to be surer: half of the time between two. */
  private static final int TIME_PER_SILENCE = 2;

  private static final long LONG_AGO_NANOS = TimeUnit.MINUTES.toNanos(1);

  private long busyNanos;
  private long quietNanos;
  private long lastingNanos;

  Silence(long nowNanos) {
    this.busyNanos = nowNanos;
    this.quietNanos = nowNanos;
  }

  /** Something that has been read is at hand. */
  void broken(long nowNanos) {
    busyNanos = nowNanos;
    lastingNanos = 0;
  }

  /** The consumer, free to read everything, had nothing. */
  void heard(long nowNanos) {
    lastingNanos = nowNanos - busyNanos;
    if (lastingNanos >= LEAST_NANOS) {
      quietNanos = nowNanos;
    }
  }

  /**
   * Of partitions whose last record came before this moment, the newest millisecond is complete.
   *
   * @param sinceCommitNanos the time since the last commit
   */
  long completeNanos(long sinceCommitNanos) {
    long needed = Math.max(LEAST_NANOS, Math.min(MOST_NANOS, sinceCommitNanos / TIME_PER_SILENCE));
    return lastingNanos >= needed ? quietNanos : quietNanos - LONG_AGO_NANOS;
  }
}
