package io.tickstream.connect.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stream {@code @trade}, every single trade, its gaps filled from {@code historicalTrades}. */
final class RawTrades extends BinanceVenue {

  private static final int WEIGHT = 25;

  /** Marks the request that only looks for the first trade's id at a time. */
  private static final String LOOK_UP = "look up the first id";

  /** Marks the request that only tells which symbols are unknown. */
  private static final String VERIFICATION = "verification";

  RawTrades(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    if (from.published()) {
      return from(symbols, Long.parseLong(from.id()) + 1);
    }
    // The single trades have no search by time; the aggregated ones do, and name the ids they hold.
    return get(
            "aggTrades?symbol=" + symbols.get(0) + "&startTime=" + from.ts() + "&limit=1",
            4,
            symbols)
        .withNote(LOOK_UP);
  }

  private Request from(List<String> symbols, long id) {
    Request request =
        get(
            "historicalTrades?symbol=" + symbols.get(0) + "&fromId=" + id + "&limit=" + PAGE,
            WEIGHT,
            symbols);
    Map<String, String> headers = new HashMap<>(request.headers());
    settings.apiKey().ifPresent(key -> headers.put("X-MBX-APIKEY", key));
    return request.withHeaders(headers);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    list(root);
    if (VERIFICATION.equals(request.note())) {
      return Page.of(List.of());
    }
    if (LOOK_UP.equals(request.note())) {
      return root.isEmpty()
          ? Page.of(List.of())
          : Page.of(List.of())
              .withNext(from(request.symbols(), Json.whole(root.get(0).get("f"), "f")));
    }
    String symbol = request.symbols().get(0);
    Items items = new Items(settings, response.receivedMs());
    for (JsonNode t : root) {
      items.add(
          t,
          () ->
              trade(
                  symbol,
                  t.get("id"),
                  t.get("price"),
                  t.get("qty"),
                  t.get("time"),
                  t.get("isBuyerMaker")));
    }
    Page page = items.page();
    return root.size() < PAGE
        ? page
        : page.withNext(
            from(request.symbols(), Json.whole(root.get(root.size() - 1).get("id"), "id") + 1));
  }

  @Override
  public boolean hasHistory() {
    return settings.apiKey().isPresent();
  }

  @Override
  public boolean sequentialIds() {
    return true;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(
        new BinanceStream(
            settings,
            "trade",
            (symbol, data, receivedMs) ->
                trade(
                    symbol,
                    data.get("t"),
                    data.get("p"),
                    data.get("q"),
                    data.get("T"),
                    data.get("m")),
            symbols -> tickers(symbols).withNote(VERIFICATION)));
  }
}
