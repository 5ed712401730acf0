package io.tickstream.connect.benchmarks.contest;

import io.tickstream.connect.benchmarks.load.Rows;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What all contestants have in common.
 *
 * @param loads what is written, of each number of records; at least one
 * @param partitions of the topic
 * @param format of the topic's values
 * @param stringKey whether records have the symbol as key, else none
 * @param flushIntervalMs {@code offset.flush.interval.ms} of every worker
 * @param ourSettings added to the configuration of this project's connector
 * @param measureLiveHeap whether to collect garbage in the middle of each run, which disturbs it
 * @param recordings absolute folder for a flight recording of each contestant; empty for none
 * @param timeout of one repetition
 */
public record ContestSettings(
    List<Load> loads,
    int partitions,
    Format format,
    boolean stringKey,
    long flushIntervalMs,
    String workerHeap,
    String cassandraHeap,
    boolean exactlyOnce,
    Map<String, String> ourSettings,
    boolean measureLiveHeap,
    Optional<Path> recordings,
    Duration timeout) {

  /** How the topic's values are written. */
  public enum Format {
    /** Avro with the schema in the registry. */
    AVRO,
    /** JSON without schemas. */
    JSON
  }

  /**
   * What is written where there is one number of records; its symbols and columns are all loads'.
   */
  Rows rows() {
    return loads.get(0).rows();
  }
}
