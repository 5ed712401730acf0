package io.tickstream.connect.benchmarks.contest;

/**
 * One setting of Connect that every connector in the contest is run with.
 *
 * @param tasks value of {@code tasks.max}
 * @param maxPollRecords what the worker hands to a sink at once, at most; 0 for sources, which it
 *     asks for records
 * @param workers processes that share the tasks
 */
public record Variant(int tasks, int maxPollRecords, int workers) {

  /** The same for a source. */
  Variant ofSource() {
    return new Variant(tasks, 0, workers);
  }

  /** As it stands in the tables. */
  public String label() {
    String label = tasks + (tasks == 1 ? " task" : " tasks");
    if (maxPollRecords > 0) {
      label += ", poll " + maxPollRecords;
    }
    return workers == 1 ? label : label + ", " + workers + " workers";
  }
}
