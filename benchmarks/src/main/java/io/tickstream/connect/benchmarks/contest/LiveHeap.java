package io.tickstream.connect.benchmarks.contest;

import java.util.function.LongSupplier;

/** What a collection of garbage leaves, once in the second half of a run. Not thread-safe. */
final class LiveHeap {

  private final boolean wanted;
  private final LongSupplier collection;
  private long bytes;

  /**
   * Nothing collected yet.
   *
   * @param wanted whether to collect at all
   * @param collection collects and returns the bytes that stayed alive
   */
  LiveHeap(boolean wanted, LongSupplier collection) {
    this.wanted = wanted;
    this.collection = collection;
  }

  /** To be told of a run's progress, again and again. */
  void at(long committed, long rows) {
    if (wanted && bytes == 0 && committed > rows / 2 && committed < rows) {
      bytes = collection.getAsLong();
    }
  }

  /**
   * At the end of the run; 0 when not wanted.
   *
   * @throws IllegalStateException when the second half went by unseen
   */
  long bytes() {
    if (wanted && bytes == 0) {
      throw new IllegalStateException(
          "all was committed before the live heap could be counted: take more --records");
    }
    return bytes;
  }
}
