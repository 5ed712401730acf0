package io.tickstream.connect.cassandra.settings;

/**
 * What becomes of a record that can never be written.
 *
 * @param tolerateAll Connect's {@code errors.tolerance=all}
 * @param deadLetters whether Connect has a dead letter queue for this connector
 */
public record ErrorSettings(boolean tolerateAll, boolean deadLetters, IgnoreErrors ignore) {}
