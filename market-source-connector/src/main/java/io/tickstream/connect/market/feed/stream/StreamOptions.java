package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.provider.Options;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options of streams. */
public final class StreamOptions {

  public static final String PING_INTERVAL_MS = "ws.ping.interval.ms";
  public static final String IDLE_TIMEOUT_MS = "ws.idle.timeout.ms";
  public static final String SUBSCRIBE_TIMEOUT_MS = "ws.subscribe.timeout.ms";
  public static final String QUEUE_BLOCK_MS = "queue.block.max.ms";

  private StreamOptions() {}

  public static void define(ConfigDef def) {
    Options.in(def, "Streaming")
        .whole(
            PING_INTERVAL_MS,
            20_000,
            0,
            3_600_000,
            Importance.LOW,
            "How often to ping the server, in milliseconds; a ping without a pong until the next ends the connection."
                + " 0 for never.")
        .whole(
            IDLE_TIMEOUT_MS,
            -1,
            -1,
            86_400_000,
            Importance.LOW,
            "How long a connection may bring no message before it is replaced, in milliseconds; -1 for what suits the"
                + " provider, 0 for ever.")
        .whole(
            SUBSCRIBE_TIMEOUT_MS,
            10_000,
            100,
            600_000,
            Importance.LOW,
            "How long to wait for the provider to acknowledge a subscription, in milliseconds.")
        .whole(
            QUEUE_BLOCK_MS,
            20_000,
            1,
            55_000,
            Importance.LOW,
            "How long a stream waits for room in a full queue, in milliseconds. After that it is disconnected until"
                + " there is room, and the gap is filled.");
  }
}
