package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.metrics.SourceMetrics;
import io.tickstream.connect.market.provider.Settings;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a feed is given for its work.
 *
 * @param symbols those of this task, sorted
 * @param allSymbols how many the connector has
 * @param tasks how many tasks share the provider's limits
 * @param offsets the stored position of each partition, empty where there is none
 * @param beginMs where to begin without a stored position, epoch milliseconds
 * @param emitUnchanged whether a quote that has not changed counts as new
 * @param envelopeTimeField the field that tells an envelope's time, empty for none; null when no
 *     envelopes are wanted
 * @param name of connector and task, for threads and log lines
 */
public record FeedContext(
    Settings settings,
    List<String> symbols,
    int allSymbols,
    int tasks,
    Offsets offsets,
    long beginMs,
    boolean emitUnchanged,
    @Nullable String envelopeTimeField,
    WallClock clock,
    SourceMetrics metrics,
    Redactor redactor,
    String name) {

  /** Looks stored positions up. */
  @FunctionalInterface
  public interface Offsets {
    Map<String, Object> find(Map<String, String> partition);
  }
}
