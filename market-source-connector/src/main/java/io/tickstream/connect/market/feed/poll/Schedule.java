package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.Tracks;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whom to ask for, and when. Used by the fetching thread only. */
final class Schedule {

  private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);

  private final FeedContext context;
  private final Settings settings;
  private final PriorityQueue<Unit> units =
      new PriorityQueue<>(Comparator.comparingLong(unit -> unit.dueMs));
  private final Set<String> unknown = new HashSet<>();
  private final long intervalMs;
  private final long delayMs;
  private final long unknownRetryMs;
  private final @Nullable Interval aligned;

  /**
   * Plans the first requests for now.
   *
   * @param mostWeight what a request may weigh to be affordable
   */
  Schedule(Provider provider, Venue venue, FeedContext context, long mostWeight) {
    this.context = context;
    this.settings = context.settings();
    AbstractConfig options = settings.options();
    this.intervalMs = options.getLong(PollOptions.INTERVAL_MS);
    this.delayMs = options.getLong(PollOptions.DELAY_MS);
    this.unknownRetryMs = options.getLong(PollOptions.UNKNOWN_RETRY_MS);
    this.aligned =
        options.getBoolean(PollOptions.ALIGN) && !settings.emitOpenBars()
            ? settings.interval()
            : null;
    List<Track> tracks = Tracks.resume(provider, venue, context);
    // An envelope has one offset, and where there is history that is one symbol's.
    boolean single = context.envelopeTimeField() != null && venue.hasHistory();
    int batch = single ? 1 : affordable(venue, tracks, mostWeight);
    for (int i = 0; i < tracks.size(); i += batch) {
      units.add(
          unit(tracks.subList(i, Math.min(tracks.size(), i + batch)), context.clock().nowMs()));
    }
  }

  /**
   * How many symbols to ask for at a time: as many as allowed, but no more than a task's share of
   * the credits pays for. What costs too much with a single symbol already may cost that.
   */
  private int affordable(Venue venue, List<Track> tracks, long mostWeight) {
    int fits = 1;
    int most = Math.max(1, Math.min(tracks.size(), settings.batchSize()));
    if (most == 1 || mostWeight == Long.MAX_VALUE) {
      return most;
    }
    long enough = Math.max(mostWeight, weight(venue, tracks.subList(0, 1)));
    while (fits < most) {
      int middle = (fits + most + 1) / 2;
      if (weight(venue, tracks.subList(0, middle)) <= enough) {
        fits = middle;
      } else {
        most = middle - 1;
      }
    }
    return fits;
  }

  private int weight(Venue venue, List<Track> tracks) {
    long now = context.clock().nowMs();
    Unit some = unit(tracks, now);
    return venue.request(some.symbols(), some.from(), now).weight();
  }

  private Unit unit(List<Track> tracks, long dueMs) {
    return new Unit(List.copyOf(tracks), Pauses.backoff(context), dueMs);
  }

  /** The next to ask for; null without any. */
  @Nullable Unit first() {
    return units.peek();
  }

  /** Takes a unit out while it is being asked for: it is ordered by a time that changes. */
  void take(Unit unit) {
    units.remove(unit);
  }

  /** Puts a unit back as it was. */
  void put(Unit unit) {
    units.add(unit);
  }

  /** Moves a unit to a later time. */
  void delay(Unit unit, long waitMs) {
    units.remove(unit);
    unit.dueMs = context.clock().nowMs() + waitMs;
    units.add(unit);
  }

  /**
   * Puts a unit that has got its answer back for its next request, without symbols that turned out
   * unknown.
   */
  void done(Unit unit, Set<String> missing, boolean gotNews) {
    long now = context.clock().nowMs();
    if (unit.next != null) {
      unit.dueMs = now;
    } else if (aligned != null) {
      long close = aligned.endMs(aligned.startMs(now)) + delayMs;
      unit.dueMs = gotNews ? close : Math.min(close, now + intervalMs);
    } else {
      // From when it was due, not from when it was answered, so that slow answers do not stretch
      // the rhythm.
      unit.dueMs = Math.max(now, unit.dueMs + intervalMs);
    }
    for (Track track : unit.tracks) {
      if (!missing.contains(track.symbol()) && unknown.remove(track.symbol())) {
        LOG.info("Symbol {} is known again", track.symbol());
      }
    }
    Set<String> neverSeen = new HashSet<>(missing);
    for (Track track : unit.tracks) {
      // Whoever was answered before is not unknown for being left out once.
      if (track.cursor().published()) {
        neverSeen.remove(track.symbol());
      }
    }
    if (neverSeen.isEmpty()) {
      units.add(unit);
      context.metrics().set(Metric.UNKNOWN_SYMBOLS, unknown.size());
    } else {
      drop(unit, neverSeen, "the provider's answer leaves it out");
    }
  }

  /**
   * Goes on without some symbols, to be tried again alone much later. If it is not known which of
   * several the venue does not know, halves of them are asked for until it is.
   */
  void drop(Unit unit, Set<String> symbols, String reason) {
    long now = context.clock().nowMs();
    if (symbols.isEmpty() && unit.tracks.size() > 1) {
      int half = unit.tracks.size() / 2;
      units.add(unit(unit.tracks.subList(0, half), now));
      units.add(unit(unit.tracks.subList(half, unit.tracks.size()), now));
      return;
    }
    List<Track> known = new ArrayList<>();
    for (Track track : unit.tracks) {
      if (!symbols.isEmpty() && !symbols.contains(track.symbol())) {
        known.add(track);
        continue;
      }
      if (unknown.add(track.symbol())) {
        LOG.warn(
            "Symbol {} is left out: {}. It is tried again every {} ms.",
            track.symbol(),
            reason,
            unknownRetryMs);
      }
      units.add(unit(List.of(track), now + unknownRetryMs));
    }
    context.metrics().set(Metric.UNKNOWN_SYMBOLS, unknown.size());
    if (!known.isEmpty()) {
      units.add(unit(known, unit.dueMs));
    }
  }
}
