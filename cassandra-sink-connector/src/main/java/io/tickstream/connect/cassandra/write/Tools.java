package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import java.util.function.LongSupplier;

/** What the pipeline's parts need of the world. */
public record Tools(
    Timer timer, LongSupplier nanoTime, Backoff backoff, SinkCounters counters, FailureLog log) {}
