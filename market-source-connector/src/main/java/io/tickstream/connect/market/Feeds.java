package io.tickstream.connect.market;

import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.feed.FeedProvider;
import io.tickstream.connect.market.feed.poll.PollFeed;
import io.tickstream.connect.market.feed.stream.StreamFeed;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueProvider;

/** The feed for a provider and mode. */
final class Feeds {

  private Feeds() {}

  static Feed open(Provider provider, FeedContext context) {
    if (provider instanceof FeedProvider own) {
      return own.open(context);
    }
    VenueProvider venue = (VenueProvider) provider;
    Venue opened = venue.open(context.settings());
    return context.settings().mode() == Mode.STREAM
        ? new StreamFeed(provider, opened, context)
        : new PollFeed(provider, opened, context);
  }
}
