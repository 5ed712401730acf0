package io.tickstream.connect.market.provider;

import java.util.List;
import java.util.Set;

/** What a stream's frame turned out to be. */
public sealed interface Frame {

  /** Market events, in order. */
  record Events(List<Item> items) implements Frame {
    public Events {
      items = List.copyOf(items);
    }
  }

  /** The subscription to these symbols is confirmed. */
  record Acknowledged(Set<String> symbols) implements Frame {
    public Acknowledged {
      symbols = Set.copyOf(symbols);
    }
  }

  /** A step of the venue's handshake: send these next. */
  record Send(List<String> frames) implements Frame {
    public Send {
      frames = List.copyOf(frames);
    }
  }

  /**
   * The venue refuses; {@link Failure.UnknownSymbols} leaves the rest of the subscription standing.
   */
  record Refused(Failure failure) implements Frame {}

  /** The venue's last trade of a symbol so far; whoever has not got it has a gap. */
  record LastTrade(String symbol, String id, long timeMs) implements Frame {}

  /** The server is about to go away: connect anew now. */
  record Shutdown() implements Frame {}

  /** A sign of life without content. */
  record Alive() implements Frame {}

  /** Several at once, as where every frame is an array. */
  record Several(List<Frame> frames) implements Frame {
    public Several {
      frames = List.copyOf(frames);
    }
  }

  /** Not what the venue documents; counted, never published. */
  record Malformed(String reason) implements Frame {}
}
