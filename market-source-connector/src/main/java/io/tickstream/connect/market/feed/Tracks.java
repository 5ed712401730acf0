package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Partition;
import io.tickstream.connect.market.offset.Track;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import java.util.List;

/** The histories of a task's symbols, from where they were left. */
public final class Tracks {

  private Tracks() {}

  public static List<Track> resume(Provider provider, Venue venue, FeedContext context) {
    List<Track> tracks =
        context.symbols().stream().map(symbol -> resume(provider, venue, context, symbol)).toList();
    if (venue.hasHistory()) {
      // A stream that begins with the present may lag behind our clock, by a quarter of an hour
      // even.
      tracks.stream()
          .filter(track -> context.settings().mode() == Mode.POLL || track.cursor().published())
          .forEach(Track::settle);
    }
    return tracks;
  }

  private static Track resume(Provider provider, Venue venue, FeedContext context, String symbol) {
    Settings settings = context.settings();
    return Track.resume(
        new Partition(provider.name(), settings.dataset(), symbol, settings.interval()),
        context.offsets()::find,
        begin(context),
        venue.sequentialIds(),
        context.emitUnchanged());
  }

  /** Takes a page of a history for what {@link Track#recall} wants to know. */
  public static void recall(List<Track> tracks, Page page) {
    for (Track track : tracks) {
      if (track.resuming()) {
        track.recall(
            page.items().stream()
                .map(Item::event)
                .filter(event -> event.symbol().equals(track.symbol()))
                .toList());
      }
    }
  }

  private static Cursor begin(FeedContext context) {
    return Cursor.from(context.settings().dataset() == Dataset.QUOTE ? 0 : context.beginMs());
  }
}
