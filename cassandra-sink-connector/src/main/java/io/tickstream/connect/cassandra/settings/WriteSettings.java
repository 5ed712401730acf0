package io.tickstream.connect.cassandra.settings;

import java.time.Duration;

/** Limits and times of writing. */
public record WriteSettings(
    int maxRequests,
    int maxRowsInBatch,
    int maxBytesInBatch,
    int maxBytesInFlight,
    Duration linger,
    Duration backoffInitial,
    Duration backoffMax) {}
