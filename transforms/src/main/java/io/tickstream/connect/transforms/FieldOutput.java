package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.edit.Conflict;

/**
 * A field that is read, and where its new value goes.
 *
 * @param to the field itself when it is changed in place
 */
record FieldOutput(FieldPath from, FieldPath to, Conflict conflict) {
  boolean inPlace() {
    return from.equals(to);
  }
}
