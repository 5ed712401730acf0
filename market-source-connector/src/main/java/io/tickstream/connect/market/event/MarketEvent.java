package io.tickstream.connect.market.event;

/** One thing that happened in a market, as its venue reported it. Immutable. */
public sealed interface MarketEvent permits Trade, Quote, Bar, Document {

  /** The symbol as it was subscribed to. */
  String symbol();

  /** When it happened, epoch milliseconds: the trade's time, the quote's time, the bar's start. */
  long timeMs();

  /**
   * When the venue last changed what it says here, epoch milliseconds: the Kafka record's
   * timestamp. Two different states of one quote or bar never share it, because a store that takes
   * it as write time would mix them.
   */
  long updateMs();

  /** Names this event among those of its symbol at the same time: the second half of a cursor. */
  String id();
}
