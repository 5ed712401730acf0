package io.tickstream.connect.market.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Fingerprint;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Urls;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finnhub's trades. They have no ids, subscriptions no acknowledgement, and pings are messages of
 * their own.
 */
final class FinnhubStream implements Stream {

  private static final String WS_URL = "wss://ws.finnhub.io";

  private final Settings settings;

  FinnhubStream(Settings settings) {
    this.settings = settings;
  }

  @Override
  public int symbolsPerConnection() {
    return FinnhubProvider.symbolsPerConnection(settings);
  }

  @Override
  public String url(List<String> symbols) {
    return settings.wsUrl(WS_URL) + "?token=" + Urls.encode(settings.apiKey().orElse(""));
  }

  @Override
  public List<String> opening(List<String> symbols) {
    return symbols.stream()
        .map(symbol -> "{\"type\":\"subscribe\",\"symbol\":\"" + symbol + "\"}")
        .toList();
  }

  @Override
  public Frame parse(String text, List<String> symbols, long receivedMs) {
    try {
      JsonNode root = Json.parse(text);
      return switch (root.path("type").asText()) {
        case "ping" -> new Frame.Alive();
        case "error" -> new Frame.Refused(refusal(root.path("msg").asText(), symbols));
        case "trade" -> trades(root.path("data"), receivedMs);
        default -> new Frame.Malformed("a frame of an unknown type");
      };
    } catch (IllegalArgumentException unreadable) {
      return new Frame.Malformed("a frame is not as documented");
    }
  }

  private Frame trades(JsonNode data, long receivedMs) {
    if (!data.isArray()) {
      return new Frame.Malformed("a frame has no data");
    }
    Items items = new Items(settings, receivedMs);
    for (int i = 0; i < data.size(); i++) {
      JsonNode node = data.get(i);
      int index = i;
      items.add(node, () -> trade(node, index));
    }
    return items.frame();
  }

  /** Two equal trades in one frame are two trades; that is what the index in the id is for. */
  private static Trade trade(JsonNode node, int index) {
    long timeMs = Json.epochMs(node.get("t"), TimeUnit.MILLISECONDS, "t");
    Amount price = Json.requireAmount(node.get("p"), "p");
    Amount size = Json.requireAmount(node.get("v"), "v");
    List<String> conditions = conditions(node.get("c"));
    Fingerprint id = new Fingerprint().add(timeMs).add(price).add(size);
    if (conditions != null) {
      conditions.forEach(id::add);
    }
    return new Trade(
        Json.requireText(node.get("s"), "s"),
        timeMs,
        price,
        size,
        id.add(index).toString(),
        null,
        null,
        conditions,
        null);
  }

  private static @Nullable List<String> conditions(@Nullable JsonNode node) {
    if (node == null || !node.isArray()) {
      return null;
    }
    List<String> conditions = new ArrayList<>();
    node.forEach(code -> conditions.add(code.asText()));
    return List.copyOf(conditions);
  }

  private static Failure refusal(String message, List<String> symbols) {
    String text = message.toLowerCase(Locale.ROOT);
    if (text.contains("symbol")) {
      Set<String> named =
          symbols.stream()
              .filter(symbol -> List.of(message.split("[\\s,'\"]+")).contains(symbol))
              .collect(Collectors.toSet());
      return new Failure.UnknownSymbols(named, "invalid symbol");
    }
    return text.contains("key") || text.contains("token")
        ? new Failure.BadCredentials("the key is not accepted")
        : new Failure.Transient("the server reports an error");
  }

  @Override
  public boolean acknowledges() {
    return false;
  }

  @Override
  public Duration idleTimeout() {
    // The server's own pings come every one to two minutes.
    return Duration.ofSeconds(150);
  }
}
