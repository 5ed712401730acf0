package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.provider.Options;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options of polling: how often, how many symbols at once, how politely. */
public final class PollOptions {

  public static final String INTERVAL_MS = "poll.interval.ms";
  public static final String ALIGN = "poll.align";
  public static final String DELAY_MS = "poll.delay.ms";
  public static final String BATCH_SYMBOLS = "batch.symbols.max";
  public static final String UNKNOWN_RETRY_MS = "symbols.unknown.retry.ms";
  public static final String PER_SECOND = "rate.limit.per.second";
  public static final String PER_MINUTE = "rate.limit.per.minute";
  public static final String PER_DAY = "rate.limit.per.day";
  public static final String WEIGHT_PER_MINUTE = "rate.limit.weight.per.minute";
  public static final String WEIGHT_PER_DAY = "rate.limit.weight.per.day";
  public static final String BACKOFF_INITIAL_MS = "retry.backoff.initial.ms";
  public static final String BACKOFF_MAX_MS = "retry.backoff.max.ms";

  private PollOptions() {}

  public static void define(ConfigDef def) {
    Options.in(def, "Polling")
        .whole(
            INTERVAL_MS,
            60_000,
            1,
            Long.MAX_VALUE,
            Importance.HIGH,
            "How often to ask for each symbol, in milliseconds. Where there is more to fetch, the next request follows"
                + " at once.")
        .flag(
            ALIGN,
            true,
            Importance.LOW,
            "Whether to ask for bars right after one closes, instead of at any time.")
        .whole(
            DELAY_MS,
            1_000,
            0,
            3_600_000,
            Importance.LOW,
            "How long after a bar's close to ask for it with `poll.align=true`, in milliseconds.")
        .whole(
            BATCH_SYMBOLS,
            0,
            0,
            10_000,
            Importance.MEDIUM,
            "Most symbols in one request; 0 for as many as the provider allows. There are fewer in it where a task's"
                + " share of the credits pays for fewer.")
        .whole(
            UNKNOWN_RETRY_MS,
            3_600_000,
            1_000,
            Long.MAX_VALUE,
            Importance.LOW,
            "When to ask again for a symbol that the provider does not know, in milliseconds.");
    Options.in(def, "Limits")
        .whole(PER_SECOND, -1, -1, Long.MAX_VALUE, Importance.MEDIUM, limit("Requests per second"))
        .whole(PER_MINUTE, -1, -1, Long.MAX_VALUE, Importance.MEDIUM, limit("Requests per minute"))
        .whole(PER_DAY, -1, -1, Long.MAX_VALUE, Importance.MEDIUM, limit("Requests per day"))
        .whole(
            WEIGHT_PER_MINUTE,
            -1,
            -1,
            Long.MAX_VALUE,
            Importance.MEDIUM,
            limit("Request weight, or credits, as the provider counts them, per minute"))
        .whole(
            WEIGHT_PER_DAY,
            -1,
            -1,
            Long.MAX_VALUE,
            Importance.MEDIUM,
            limit("Request weight, or credits, as the provider counts them, per day"))
        .whole(
            BACKOFF_INITIAL_MS,
            1_000,
            1,
            Long.MAX_VALUE,
            Importance.LOW,
            "Longest pause after a first failed request, in milliseconds. It doubles with every further one; the pause"
                + " is a random part of it.")
        .whole(
            BACKOFF_MAX_MS,
            60_000,
            1,
            Long.MAX_VALUE,
            Importance.LOW,
            "Where the pauses stop growing, in milliseconds.");
  }

  private static String limit(String what) {
    return what
        + " that the connector may spend, shared by its tasks; -1 for the provider's own limit, 0 for none.";
  }
}
