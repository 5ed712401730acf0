package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.provider.Options;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options between feeds and the task. */
public final class FeedOptions {

  public static final String BATCH_MAX_RECORDS = "batch.max.records";
  public static final String QUEUE_MAX_RECORDS = "queue.max.records";

  private FeedOptions() {}

  public static void define(ConfigDef def) {
    Options.in(def, "Hand-over")
        .whole(
            BATCH_MAX_RECORDS,
            2_000,
            1,
            1_000_000,
            Importance.LOW,
            "Most records that a task hands to Kafka Connect at once.")
        .whole(
            QUEUE_MAX_RECORDS,
            20_000,
            1,
            10_000_000,
            Importance.LOW,
            "Most events that wait in a task's queue. When it is full, fetching waits; nothing is dropped.");
  }
}
