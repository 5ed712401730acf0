package io.tickstream.connect.cassandra.metrics;

import java.util.function.LongSupplier;

/**
 * A number that can be looked at.
 *
 * @param label its name over JMX and as a plugin metric
 */
public record Reading(String label, String description, LongSupplier value) {}
