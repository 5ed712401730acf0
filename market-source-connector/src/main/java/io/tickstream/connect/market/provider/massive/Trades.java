package io.tickstream.connect.market.provider.massive;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Urls;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Trades: the stream {@code T}, and {@code /v3/trades}, page by page, for what it has missed. Both
 * go by the time of the consolidated tape, the stream in milliseconds, the history in nanoseconds.
 */
final class Trades extends MassiveVenue {

  Trades(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    String path =
        "/v3/trades/%s?timestamp.gte=%d&order=asc&sort=timestamp&limit=50000"
            .formatted(
                Urls.encode(symbols.get(0)), TimeUnit.MILLISECONDS.toNanos(Math.max(0, from.ts())));
    return get(path, symbols);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    requireSuccess(root);
    String symbol = request.symbols().get(0);
    Items items = new Items(settings, response.receivedMs());
    for (JsonNode result : root.path("results")) {
      items.add(result, () -> fetched(symbol, result));
    }
    return followed(items.page(), root, request);
  }

  private static Trade fetched(String symbol, JsonNode node) {
    return new Trade(
        symbol,
        Json.epochMs(node.get("sip_timestamp"), TimeUnit.NANOSECONDS, "sip_timestamp"),
        Json.requireAmount(node.get("price"), "price"),
        Json.requireAmount(node.get("size"), "size"),
        id(node, "exchange", "id", "trf_id"),
        null,
        null,
        conditions(node.get("conditions")),
        null);
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(new MassiveStream(settings, "T", (node, receivedMs) -> streamed(node)));
  }

  private static Trade streamed(JsonNode node) {
    return new Trade(
        Json.requireText(node.get("sym"), "sym"),
        Json.epochMs(node.get("t"), TimeUnit.MILLISECONDS, "t"),
        Json.requireAmount(node.get("p"), "p"),
        Json.requireAmount(node.get("s"), "s"),
        id(node, "x", "i", "trfi"),
        null,
        null,
        conditions(node.get("c")),
        null);
  }

  /**
   * An id is one only together with the exchange and, off exchange, the reporting facility; on
   * exchange that is left out or 0.
   */
  private static String id(JsonNode node, String exchange, String id, String facility) {
    String onExchange =
        Json.requireText(node.get(exchange), exchange) + "-" + Json.requireText(node.get(id), id);
    String off = Json.text(node.get(facility));
    return off == null || off.equals("0") ? onExchange : onExchange + "-" + off;
  }

  /** None and an empty list are the same. */
  private static @Nullable List<String> conditions(@Nullable JsonNode node) {
    if (node == null || !node.isArray() || node.isEmpty()) {
      return null;
    }
    List<String> conditions = new ArrayList<>();
    node.forEach(code -> conditions.add(code.asText()));
    return List.copyOf(conditions);
  }
}
