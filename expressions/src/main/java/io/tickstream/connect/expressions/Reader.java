package io.tickstream.connect.expressions;

import org.jspecify.annotations.Nullable;

/**
 * Reads one value out of an input. Readers made by this package hold no state and may be shared.
 *
 * @param <R> what is read from: a record, a value, a row
 */
@FunctionalInterface
public interface Reader<R> {
  /** The value in Connect's own Java types, or null when it is null or missing. */
  @Nullable Object read(R input);
}
