package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;

/**
 * One thing that {@link InsertTimestamps} writes.
 *
 * @param option that asked for it
 * @param event which of the event fields, for {@link Source#EVENT}
 * @param path the field to write
 * @param name the header to write
 */
record Stamp(String option, Source source, int event, FieldPath path, String name) {
  /** Where the moment comes from. */
  enum Source {
    EVENT,
    RECORD,
    PROCESSING,
    LATENCY
  }
}
