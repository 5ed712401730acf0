package io.tickstream.connect.market.provider;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A venue's WebSocket stream: where to connect, what to say, and what the frames mean. Stateless;
 * the feed keeps track of what was acknowledged.
 */
public interface Stream {

  /** Most symbols that one connection may carry. */
  int symbolsPerConnection();

  /** The address for these symbols, with the key where the venue wants it there. */
  String url(List<String> symbols);

  default Map<String, String> headers() {
    return Map.of();
  }

  /** The frames to send as soon as the connection is open. */
  List<String> opening(List<String> symbols);

  /** Reads a frame. Throws nothing: what cannot be read is {@link Frame.Malformed}. */
  Frame parse(String text, List<String> symbols, long receivedMs);

  /**
   * Whether the venue acknowledges subscriptions; where not, the first events count as
   * acknowledgement.
   */
  boolean acknowledges();

  /**
   * A request whose answer, read by {@link Venue#parse}, tells which symbols are unknown, where the
   * stream itself would accept them silently and {@link Venue#hasHistory} is not given; its events
   * are not wanted.
   */
  default Optional<Request> verification(List<String> symbols) {
    return Optional.empty();
  }

  /** A frame of the application's own that keeps the connection alive. */
  default Optional<Heartbeat> heartbeat() {
    return Optional.empty();
  }

  /** How long a connection may live; it is replaced ahead of that. */
  default Optional<Duration> maxAge() {
    return Optional.empty();
  }

  /** Longest silence of a healthy connection; zero where silence says nothing. */
  default Duration idleTimeout() {
    return Duration.ofSeconds(60);
  }

  /** What to send how often. */
  record Heartbeat(Duration every, String frame) {}
}
