package io.tickstream.connect.benchmarks.contest;

/** One run of one contestant, measured. */
interface Trial {

  /**
   * Runs it once.
   *
   * @param repetition from 0, warm-ups first: makes names unique
   * @throws Exception saying why there is no sample
   */
  Sample run(Entry entry, int repetition) throws Exception;
}
