package io.tickstream.connect.cassandra.write;

/**
 * Tells by its size whether a poll was cut off at {@code max.poll.records}, which a task is not
 * told, so that more records are at hand: it is as large as any before. Used by the task's thread
 * only.
 */
final class PollSizes {
  /** The largest poll of a quiet topic is small, and not cut off. */
  private static final int LEAST_CUT_OFF = 100;

  private int largest = LEAST_CUT_OFF;

  boolean isCutOff(int records) {
    largest = Math.max(largest, records);
    return records == largest;
  }
}
