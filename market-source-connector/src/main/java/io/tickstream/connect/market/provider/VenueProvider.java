package io.tickstream.connect.market.provider;

/** A provider whose data is fetched over HTTP, and perhaps streamed over WebSocket. */
public interface VenueProvider extends Provider {

  /**
   * Binds the provider to a configuration. Opens nothing: it is also called only to ask {@link
   * Venue#hasHistory}.
   */
  Venue open(Settings settings);
}
