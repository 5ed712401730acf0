package io.tickstream.connect.benchmarks.contest;

import org.jspecify.annotations.Nullable;

/** What the records of a source have to be. Gets them in the order of each partition. */
interface SourceRecords {

  /** Of a source that is not known any better: that they can be read is all. */
  SourceRecords ANY =
      new SourceRecords() {
        @Override
        public void add(Object value) {
          // Nothing is expected of it.
        }

        @Override
        public @Nullable String problem() {
          return null;
        }
      };

  /** Adds one, as the converter has read it. */
  void add(Object value);

  /** What is wrong with all that were added, or null. */
  @Nullable String problem() throws InterruptedException;
}
