package io.tickstream.connect.market.provider.massive;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Massive's stream: the server speaks first, then the key, then the subscription; every frame is an
 * array.
 */
final class MassiveStream implements Stream {

  private static final String WS_URL = "wss://socket.massive.com/stocks";
  private static final String DELAYED_WS_URL = "wss://delayed.massive.com/stocks";
  private static final String SUBSCRIBED = "subscribed to: ";

  /** Reads an element of the kind; may throw what {@link Items#add} takes. */
  @FunctionalInterface
  interface Reader {
    @Nullable MarketEvent read(JsonNode node, long receivedMs);
  }

  private final Settings settings;
  private final String kind;
  private final Reader reader;

  MassiveStream(Settings settings, String kind, Reader reader) {
    this.settings = settings;
    this.kind = kind;
    this.reader = reader;
  }

  @Override
  public int symbolsPerConnection() {
    return Integer.MAX_VALUE;
  }

  @Override
  public String url(List<String> symbols) {
    boolean delayed = settings.options().getBoolean(MassiveProvider.DELAYED);
    return settings.wsUrl(delayed ? DELAYED_WS_URL : WS_URL);
  }

  /** Nothing: the server is waited for. */
  @Override
  public List<String> opening(List<String> symbols) {
    return List.of();
  }

  @Override
  public Frame parse(String text, List<String> symbols, long receivedMs) {
    try {
      JsonNode root = Json.parse(text);
      if (!root.isArray()) {
        return new Frame.Malformed("a frame is not a list");
      }
      List<Frame> frames = new ArrayList<>();
      Items items = new Items(settings, receivedMs);
      for (JsonNode node : root) {
        String event = node.path("ev").asText();
        if (event.equals(kind)) {
          items.add(node, () -> reader.read(node, receivedMs));
        } else if (event.equals("status")) {
          frames.add(status(node, symbols));
        } else {
          frames.add(new Frame.Malformed("an element of an unknown kind"));
        }
      }
      frames.add(items.frame());
      return frames.size() == 1 ? frames.get(0) : new Frame.Several(frames);
    } catch (IllegalArgumentException unreadable) {
      return new Frame.Malformed("a frame is not as documented");
    }
  }

  private Frame status(JsonNode node, List<String> symbols) {
    String message = node.path("message").asText();
    return switch (node.path("status").asText()) {
      case "connected" ->
          new Frame.Send(
              List.of("{\"action\":\"auth\",\"params\":\"" + settings.apiKey().orElse("") + "\"}"));
      case "auth_success" ->
          new Frame.Send(
              List.of(
                  "{\"action\":\"subscribe\",\"params\":\""
                      + String.join(",", symbols.stream().map(s -> kind + "." + s).toList())
                      + "\"}"));
      case "auth_failed", "auth_timeout" ->
          new Frame.Refused(new Failure.BadCredentials("the key is not accepted"));
      case "max_connections" ->
          new Frame.Refused(new Failure.Throttled("the key's connections are in use elsewhere"));
      case "success" -> new Frame.Acknowledged(subscribed(message, symbols));
      case "error" ->
          new Frame.Refused(
              message.toLowerCase(Locale.ROOT).contains("not authorized")
                  ? new Failure.BadCredentials("the plan does not include this stream")
                  : new Failure.Transient("the server reports an error"));
      default -> new Frame.Alive();
    };
  }

  private Set<String> subscribed(String message, List<String> symbols) {
    Set<String> acknowledged = new HashSet<>();
    if (message.startsWith(SUBSCRIBED)) {
      List<String> named =
          List.of(message.substring(SUBSCRIBED.length()).trim().split("\\s*,\\s*"));
      symbols.stream()
          .filter(symbol -> named.contains(kind + "." + symbol))
          .forEach(acknowledged::add);
    }
    return acknowledged;
  }

  /** Outside trading hours nothing is sent. */
  @Override
  public Duration idleTimeout() {
    return Duration.ZERO;
  }

  @Override
  public boolean acknowledges() {
    return true;
  }
}
