package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.offset.Partition;
import io.tickstream.connect.market.offset.Positioned;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How far each symbol's events have been read and published, by counting them. Not thread-safe. */
final class ReplayTracks {

  private final String provider;
  private final FeedContext context;
  private final Set<String> wanted;
  private final Map<String, Track> tracks = new HashMap<>();
  private @Nullable Long shiftMs;

  /** One symbol's. */
  private static final class Track {
    private final Map<String, String> partition;
    private final long publishedBefore;
    private final @Nullable Long shiftMs;
    private long read;

    Track(Map<String, String> partition, Map<String, Object> stored) {
      ReplayOffset offset =
          stored.isEmpty() ? new ReplayOffset(0, 0, null) : ReplayOffset.read(stored);
      this.partition = partition;
      this.publishedBefore = offset.number();
      this.shiftMs = offset.shiftMs();
    }
  }

  ReplayTracks(String provider, FeedContext context) {
    this.provider = provider;
    this.context = context;
    this.wanted = Set.copyOf(context.symbols());
    wanted.forEach(this::track);
  }

  /** The shift that was begun with; null when nothing has been published yet. */
  @Nullable Long shiftMs(String firstSymbol) {
    // Without a list of symbols, the one that comes first is the one that must have been published.
    if (wanted.isEmpty()) {
      track(firstSymbol);
    }
    return tracks.values().stream()
        .map(track -> track.shiftMs)
        .filter(shift -> shift != null)
        .findFirst()
        .orElse(null);
  }

  /** Keeps the shift in all offsets from now on. */
  void shiftBy(long ms) {
    shiftMs = ms;
  }

  /** Counts an event; whether it has not been published yet. */
  boolean isNext(MarketEvent event) {
    if (!wanted.isEmpty() && !wanted.contains(event.symbol())) {
      return false;
    }
    Track track = track(event.symbol());
    return ++track.read > track.publishedBefore;
  }

  Positioned publish(MarketEvent event) {
    Track track = track(event.symbol());
    long ts = event.timeMs() - (shiftMs == null ? 0 : shiftMs);
    return new Positioned(
        event, track.partition, new ReplayOffset(ts, track.read, shiftMs).toMap(), null, List.of());
  }

  private Track track(String symbol) {
    return tracks.computeIfAbsent(
        symbol,
        name -> {
          Map<String, String> partition =
              new Partition(
                      provider, context.settings().dataset(), name, context.settings().interval())
                  .toMap();
          return new Track(partition, context.offsets().find(partition));
        });
  }
}
