package io.tickstream.connect.market.feed.poll;

import io.tickstream.connect.market.limit.Backoff;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.Request;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Symbols that are asked for together, and when next. Used by the fetching thread only. */
final class Unit {

  final List<Track> tracks;
  final Backoff backoff;
  long dueMs;
  @Nullable Request next;

  Unit(List<Track> tracks, Backoff backoff, long dueMs) {
    this.tracks = tracks;
    this.backoff = backoff;
    this.dueMs = dueMs;
  }

  List<String> symbols() {
    return tracks.stream().map(Track::symbol).toList();
  }

  Map<String, Track> tracksBySymbol() {
    return tracks.stream().collect(Collectors.toMap(Track::symbol, track -> track));
  }

  /** From where to ask for the symbols: the earliest of them counts. */
  Cursor from() {
    return tracks.stream()
        .map(Track::askFrom)
        .min(Comparator.comparingLong(Cursor::ts))
        .orElseThrow();
  }
}
