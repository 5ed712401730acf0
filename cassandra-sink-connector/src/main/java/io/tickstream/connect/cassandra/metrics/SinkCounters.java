package io.tickstream.connect.cassandra.metrics;

import java.util.concurrent.atomic.LongAdder;

/** What one task has done since it started. Thread-safe. */
public final class SinkCounters {
  public final LongAdder records = new LongAdder();
  public final LongAdder rows = new LongAdder();
  public final LongAdder batches = new LongAdder();
  public final LongAdder retries = new LongAdder();
  public final LongAdder reported = new LongAdder();
  public final LongAdder ignored = new LongAdder();
  public final LongAdder skippedTombstones = new LongAdder();
}
