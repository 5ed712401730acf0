package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.VenueProvider;

/**
 * Whether a configuration's data can be had again from any position, the condition for
 * exactly-once.
 */
final class Replay {

  private Replay() {}

  static boolean possible(MarketSourceConfig config) {
    Provider provider = config.provider();
    return !(provider instanceof VenueProvider venue)
        || venue.open(config.settings(config.listedSymbols())).hasHistory();
  }
}
