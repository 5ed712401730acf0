package io.tickstream.connect.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Bars;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * {@code /products/…/candles}, window by window. Minutes without a trade have no candle, so an
 * empty window says nothing about the next.
 */
final class Candles extends CoinbaseVenue {

  /** Candles per request, both ends of the window included. */
  private static final int PAGE = 300;

  /** The exchange opened in January 2015. */
  private static final long OPENED_MS = Instant.parse("2015-01-01T00:00:00Z").toEpochMilli();

  /** What was asked for: the first candle, the last, and whether it reached the present. */
  private record Window(long startMs, long endMs, boolean last) {}

  Candles(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return window(
        symbols, settings.requireInterval().startMs(Math.max(from.ts(), OPENED_MS)), nowMs);
  }

  private Request window(List<String> symbols, long startMs, long nowMs) {
    long length = settings.requireInterval().lengthMs();
    long endMs = startMs + (PAGE - 1) * length;
    return get(
            "/candles?granularity="
                + length / 1000
                + "&start="
                + Instant.ofEpochMilli(startMs)
                + "&end="
                + Instant.ofEpochMilli(endMs),
            symbols)
        .withNote(new Window(startMs, endMs, endMs + length > nowMs));
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    if (!root.isArray()) {
      throw new IllegalArgumentException("the answer is not a list");
    }
    Window window = (Window) request.note();
    long length = settings.requireInterval().lengthMs();
    Items items = new Items(settings, response.receivedMs());
    Bars bars = Bars.of(settings, response);
    for (JsonNode candle : root) {
      items.add(
          candle,
          () -> {
            long start = Json.epochMs(candle.get(0), TimeUnit.SECONDS, "time");
            // The venue may add rows from before the window; those are known.
            return window != null && start < window.startMs
                ? null
                : bars.bar(
                    request.symbols().get(0),
                    start,
                    start + length,
                    new Bars.Prices(
                        Json.requireAmount(candle.get(3), "open"),
                        Json.requireAmount(candle.get(2), "high"),
                        Json.requireAmount(candle.get(1), "low"),
                        Json.requireAmount(candle.get(4), "close"),
                        Json.requireAmount(candle.get(5), "volume")));
          });
    }
    Page page = items.sortedPage();
    return window == null || window.last
        ? page
        : page.withNext(window(request.symbols(), window.endMs + length, response.receivedMs()));
  }

  @Override
  public boolean hasHistory() {
    return true;
  }
}
