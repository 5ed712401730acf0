package io.tickstream.connect.transforms.edit;

/** What happens when the field to write is there already. */
public enum Conflict {
  FAIL,
  KEEP,
  OVERWRITE
}
