package io.tickstream.connect.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Binance's combined stream: one connection, one kind of stream, many symbols. */
final class BinanceStream implements Stream {

  private static final String WS_URL = "wss://data-stream.binance.vision";

  /** A connection may send five messages a second, and must leave one for a pong. */
  private static final int STREAMS_PER_MESSAGE = 200;

  private static final int MESSAGES = 4;

  /** The number of a message that is no subscription. */
  private static final long HEARTBEAT = 1_000_000;

  /** Reads the data of a frame; may throw what {@link Items#add} takes. */
  @FunctionalInterface
  interface Reader {
    @Nullable MarketEvent read(String symbol, JsonNode data, long receivedMs);
  }

  private final Settings settings;
  private final String kind;
  private final Reader reader;
  private final @Nullable Function<List<String>, Request> verification;

  BinanceStream(
      Settings settings,
      String kind,
      Reader reader,
      @Nullable Function<List<String>, Request> verification) {
    this.settings = settings;
    this.kind = kind;
    this.reader = reader;
    this.verification = verification;
  }

  @Override
  public int symbolsPerConnection() {
    return STREAMS_PER_MESSAGE * MESSAGES;
  }

  @Override
  public String url(List<String> symbols) {
    boolean micros = settings.options().getBoolean(BinanceProvider.MICROSECONDS);
    return settings.wsUrl(WS_URL) + "/stream" + (micros ? "?timeUnit=MICROSECOND" : "");
  }

  @Override
  public List<String> opening(List<String> symbols) {
    List<String> messages = new ArrayList<>();
    for (int from = 0; from < symbols.size(); from += STREAMS_PER_MESSAGE) {
      List<String> streams =
          part(symbols, from).stream()
              .map(symbol -> '"' + symbol.toLowerCase(Locale.ROOT) + '@' + kind + '"')
              .toList();
      messages.add(
          "{\"method\":\"SUBSCRIBE\",\"params\":["
              + String.join(",", streams)
              + "],\"id\":"
              + (messages.size() + 1)
              + "}");
    }
    return messages;
  }

  private static List<String> part(List<String> symbols, int from) {
    return symbols.subList(from, Math.min(symbols.size(), from + STREAMS_PER_MESSAGE));
  }

  @Override
  public Frame parse(String text, List<String> symbols, long receivedMs) {
    try {
      JsonNode root = Json.parse(text);
      JsonNode data = root.has("data") ? root.get("data") : root;
      if (data.has("result") && data.has("id")) {
        return acknowledged(Json.whole(data.get("id"), "id"), symbols);
      }
      JsonNode error = data.has("error") ? data.get("error") : data;
      if (error.has("code")) {
        return new Frame.Refused(
            new Failure.Refused(
                "the subscription is refused, code " + Json.whole(error.get("code"), "code")));
      }
      if (data.path("e").asText().equals("serverShutdown")) {
        return new Frame.Shutdown();
      }
      Items items = new Items(settings, receivedMs);
      items.add(data, () -> reader.read(Json.requireText(data.get("s"), "s"), data, receivedMs));
      return items.frame();
    } catch (IllegalArgumentException | DateTimeException unreadable) {
      return new Frame.Malformed("a frame is not as documented");
    }
  }

  private static Frame acknowledged(long id, List<String> symbols) {
    long from = (id - 1) * STREAMS_PER_MESSAGE;
    return from < 0 || from >= symbols.size()
        ? new Frame.Alive()
        : new Frame.Acknowledged(Set.copyOf(part(symbols, (int) from)));
  }

  @Override
  public boolean acknowledges() {
    return true;
  }

  @Override
  public Optional<Request> verification(List<String> symbols) {
    return Optional.ofNullable(verification).map(request -> request.apply(symbols));
  }

  /** Symbols may be quiet for hours; the answer to this tells silence from a lost connection. */
  @Override
  public Optional<Heartbeat> heartbeat() {
    return Optional.of(
        new Heartbeat(
            Duration.ofSeconds(25),
            "{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":" + HEARTBEAT + "}"));
  }

  @Override
  public Optional<Duration> maxAge() {
    return Optional.of(Duration.ofHours(24));
  }
}
