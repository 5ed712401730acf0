package io.tickstream.connect.transforms.options;

/** What a transform does about a value that is missing or cannot be read. */
public enum Remedy {
  /** Writes null. */
  NULL,
  /** Lets the record pass as it came. */
  SKIP,
  /** Refuses the record. */
  FAIL
}
