package io.tickstream.connect.transforms;

import java.util.Map;

/** What {@link Validate} counts since its task started. */
public interface ValidationMXBean {
  /** Records that were checked. */
  long getRecords();

  /** Records that broke at least one rule. */
  long getViolations();

  /** Records that were dropped for it. */
  long getDropped();

  /** How many records broke each rule, by its text. */
  Map<String, Long> getViolationsByRule();
}
