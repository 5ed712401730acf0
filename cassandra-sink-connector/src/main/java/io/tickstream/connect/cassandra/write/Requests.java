package io.tickstream.connect.cassandra.write;

import java.util.concurrent.CompletionStage;

/** Sends batches to Cassandra. */
public interface Requests {

  /** Never blocks; the stage completes when Cassandra has acknowledged all rows, or not. */
  CompletionStage<?> send(Batch batch);
}
