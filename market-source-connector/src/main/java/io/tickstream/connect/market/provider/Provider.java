package io.tickstream.connect.market.provider;

import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Partition;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;

/**
 * Where market data comes from. Found by {@link java.util.ServiceLoader}, also in further jars of
 * the plugin's folder; needs a public constructor without parameters. Stateless. Either a {@link
 * VenueProvider}, whose answers the connector fetches, or one that brings its own feed.
 */
public interface Provider {

  Pattern ANY_SYMBOL = Pattern.compile("\\S(.*\\S)?");

  /** The value of {@code provider}; also the prefix of its own options. */
  String name();

  /** What records and topics call it under these settings. */
  default String label(Settings settings) {
    return name();
  }

  /** The datasets it has, by mode. */
  List<Offer> offers();

  default ApiKey apiKey() {
    return ApiKey.UNUSED;
  }

  /** What a symbol looks like. */
  default Pattern symbolSyntax() {
    return ANY_SYMBOL;
  }

  /** Symbols of the right syntax, for messages. */
  default String symbolExample() {
    return "AAPL";
  }

  /** Most symbols that one request may name under these settings. */
  default int batchLimit(Settings settings) {
    return 1;
  }

  /** What a key may stream under these settings, where the venue sets a limit. */
  default Connections connections(Settings settings) {
    return Connections.UNLIMITED;
  }

  /** Most tasks that make sense under these settings: of those that stream, each has to connect. */
  default int maxTasks(Settings settings) {
    return settings.mode() == Mode.STREAM ? connections(settings).most() : Integer.MAX_VALUE;
  }

  /** What the venue allows under these settings; {@code rate.limit.*} override it. */
  default Limits limits(Settings settings) {
    return Limits.NONE;
  }

  /** Whether symbols have to be configured; if not, none means all there are. */
  default boolean needsSymbols() {
    return true;
  }

  /** Whether it can list its symbols, for {@code symbols.discovery}. */
  default boolean discovers() {
    return false;
  }

  /** Connect's source partition of a symbol. */
  default Map<String, String> partition(Settings settings, String symbol) {
    return new Partition(name(), settings.dataset(), symbol, settings.interval()).toMap();
  }

  /**
   * Checks an offset that somebody wants to store.
   *
   * @throws IllegalArgumentException naming the field that is not as it should be
   */
  default void checkOffset(Map<String, ?> offset) {
    Cursor.of(offset);
  }

  /**
   * Adds options of its own, each name beginning with {@link #name} and a dot, in a group of that
   * name.
   */
  default void addOptions(ConfigDef def) {}

  /**
   * Looks for combinations that cannot work; the connector has checked what {@link #offers} and the
   * like tell.
   */
  default void check(Settings settings, Problems problems) {}
}
