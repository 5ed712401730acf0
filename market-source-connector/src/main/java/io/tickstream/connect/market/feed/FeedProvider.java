package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;

/** A provider that is no venue: it brings its own feed. */
public interface FeedProvider extends Provider {

  /** Makes the feed of one task; it begins to work when it is started. */
  Feed open(FeedContext context);

  /** The layout of its trades, see {@link io.tickstream.connect.market.record.RecordMapper}. */
  default String layout(Settings settings) {
    return "";
  }
}
