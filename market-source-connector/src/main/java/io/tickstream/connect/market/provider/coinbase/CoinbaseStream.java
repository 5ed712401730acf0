package io.tickstream.connect.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.time.DateTimeException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coinbase's feed: one channel, and beside it the heartbeat, which comes every second and names the
 * last trade.
 */
final class CoinbaseStream implements Stream {

  private static final String WS_URL = "wss://ws-feed.exchange.coinbase.com";

  private static final Pattern PRODUCT = Pattern.compile("[A-Z0-9]+-[A-Z0-9]+");

  /** Reads a frame of a type; may throw what {@link Json#reply} takes. */
  @FunctionalInterface
  interface Reader {
    Frame read(String type, JsonNode node, long receivedMs);
  }

  private final Settings settings;
  private final String channel;
  private final Reader reader;

  CoinbaseStream(Settings settings, String channel, Reader reader) {
    this.settings = settings;
    this.channel = channel;
    this.reader = reader;
  }

  @Override
  public int symbolsPerConnection() {
    // A hundred messages a second are allowed, and every product is one.
    return 80;
  }

  @Override
  public String url(List<String> symbols) {
    return settings.wsUrl(WS_URL);
  }

  /** One message per product, because an unknown one spoils the whole message it is in. */
  @Override
  public List<String> opening(List<String> symbols) {
    return symbols.stream()
        .map(
            symbol ->
                "{\"type\":\"subscribe\",\"product_ids\":[\""
                    + symbol
                    + "\"],\"channels\":[\""
                    + channel
                    + "\",\"heartbeat\"]}")
        .toList();
  }

  @Override
  public Frame parse(String text, List<String> symbols, long receivedMs) {
    try {
      JsonNode node = Json.parse(text);
      String type = Json.requireText(node.get("type"), "type");
      return switch (type) {
        case "subscriptions" -> acknowledged(node);
        case "error" -> new Frame.Refused(refusal(node));
        default -> reader.read(type, node, receivedMs);
      };
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return new Frame.Malformed("a frame is not as documented");
    }
  }

  private Frame acknowledged(JsonNode node) {
    Set<String> products = new HashSet<>();
    for (JsonNode subscribed : node.path("channels")) {
      if (subscribed.path("name").asText().equals(channel)) {
        subscribed.path("product_ids").forEach(product -> products.add(product.asText()));
      }
    }
    return new Frame.Acknowledged(products);
  }

  private static Failure refusal(JsonNode node) {
    Matcher product = PRODUCT.matcher(node.path("reason").asText());
    return product.find()
        ? new Failure.UnknownSymbols(Set.of(product.group()), "not a valid product")
        : new Failure.Refused("the subscription is refused");
  }

  @Override
  public boolean acknowledges() {
    return true;
  }
}
