package io.tickstream.connect.market.provider.twelvedata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Urls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Twelve Data's prices: a quote with a price and the day's volume each. */
final class PriceStream implements Stream {

  private static final String WS_URL = "wss://ws.twelvedata.com/v1/quotes/price";

  private final Settings settings;

  PriceStream(Settings settings) {
    this.settings = settings;
  }

  @Override
  public int symbolsPerConnection() {
    return TwelveDataProvider.symbolsPerConnection(settings);
  }

  @Override
  public String url(List<String> symbols) {
    return settings.wsUrl(WS_URL) + "?apikey=" + Urls.encode(settings.apiKey().orElse(""));
  }

  @Override
  public List<String> opening(List<String> symbols) {
    return List.of(
        "{\"action\":\"subscribe\",\"params\":{\"symbols\":\""
            + String.join(",", symbols)
            + "\"}}");
  }

  @Override
  public Frame parse(String text, List<String> symbols, long receivedMs) {
    try {
      JsonNode root = Json.parse(text);
      return switch (root.path("event").asText()) {
        case "price" -> {
          Items items = new Items(settings, receivedMs);
          items.add(root, () -> price(root, symbols, receivedMs));
          yield items.frame();
        }
        case "subscribe-status" -> subscribed(root, symbols);
        case "heartbeat" -> new Frame.Alive();
        default -> new Frame.Malformed("a frame of an unknown event");
      };
    } catch (IllegalArgumentException unreadable) {
      return new Frame.Malformed("a frame is not as documented");
    }
  }

  private static Quote price(JsonNode node, List<String> symbols, long receivedMs) {
    String symbol = Json.requireText(node.get("symbol"), "symbol");
    return Quote.builder(
            matching(symbol, symbols).findFirst().orElse(symbol),
            Json.epochMs(node.get("timestamp"), TimeUnit.SECONDS, "timestamp"),
            receivedMs)
        .price(Json.requireAmount(node.get("price"), "price"))
        .volume(Json.amount(node.get("day_volume")))
        .currency(Json.text(node.get("currency")))
        .exchange(Json.text(node.get("exchange")))
        .mic(Json.text(node.get("mic_code")))
        .build();
  }

  private static Frame subscribed(JsonNode root, List<String> symbols) {
    List<Frame> frames = new ArrayList<>();
    Set<String> fails = names(root.path("fails"), symbols);
    if (!fails.isEmpty()) {
      frames.add(new Frame.Refused(new Failure.UnknownSymbols(fails, "the subscription failed")));
    }
    Set<String> success = names(root.path("success"), symbols);
    if (!success.isEmpty()) {
      frames.add(new Frame.Acknowledged(success));
    }
    return frames.isEmpty()
        ? new Frame.Refused(new Failure.Refused("the subscription is refused"))
        : new Frame.Several(frames);
  }

  /** Symbols stand alone or in objects, and may come back without their exchange. */
  private static Set<String> names(JsonNode list, List<String> symbols) {
    Set<String> names = new HashSet<>();
    for (JsonNode element : list) {
      String name = element.isTextual() ? element.asText() : element.path("symbol").asText();
      matching(name, symbols).forEach(names::add);
    }
    return names;
  }

  private static java.util.stream.Stream<String> matching(String name, List<String> symbols) {
    return symbols.stream().filter(symbol -> symbol.equals(name) || symbol.startsWith(name + ":"));
  }

  @Override
  public boolean acknowledges() {
    return true;
  }

  @Override
  public Optional<Heartbeat> heartbeat() {
    return Optional.of(new Heartbeat(Duration.ofSeconds(10), "{\"action\":\"heartbeat\"}"));
  }
}
