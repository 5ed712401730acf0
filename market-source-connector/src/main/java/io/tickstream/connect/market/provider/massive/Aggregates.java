package io.tickstream.connect.market.provider.massive;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Bars;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Urls;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Bars: {@code /v2/aggs}, page by page, and the streams {@code A} and {@code AM}. */
final class Aggregates extends MassiveVenue {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** How far plans without live data lag behind: within it a bar may still lack trades. */
  private static final Duration DELAY = Duration.ofMinutes(15);

  Aggregates(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    Interval interval = settings.requireInterval();
    String path =
        "/v2/aggs/ticker/%s/range/%d/%s/%d/%d?adjusted=%s&sort=asc&limit=50000"
            .formatted(
                Urls.encode(symbols.get(0)),
                interval.count(),
                name(interval),
                Math.max(0, Math.min(from.ts(), nowMs)),
                nowMs,
                settings.options().getBoolean(MassiveProvider.ADJUSTED));
    return get(path, symbols);
  }

  private static String name(Interval interval) {
    return switch (interval.unit()) {
      case SECONDS -> "second";
      case MINUTES -> "minute";
      case HOURS -> "hour";
      case DAYS -> "day";
      case WEEKS -> "week";
      default -> "month";
    };
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    long behindMs = requireSuccess(root).equals(DELAYED) ? DELAY.toMillis() : 0;
    Bars bars = new Bars(settings, response.servedMs() - behindMs, response.receivedMs());
    Items items = new Items(settings, response.receivedMs());
    // Without a bar there are no results at all.
    for (JsonNode result : root.path("results")) {
      items.add(result, () -> polled(request.symbols().get(0), result, bars));
    }
    return followed(items.page(), root, request);
  }

  private @Nullable Bar polled(String symbol, JsonNode node, Bars bars) {
    long start = Json.epochMs(node.get("t"), TimeUnit.MILLISECONDS, "t");
    JsonNode trades = node.get("n");
    return bars.bar(
        symbol,
        start,
        settings.requireInterval().endMs(start, NEW_YORK),
        prices(node)
            .with(
                null,
                Json.amount(node.get("vw")),
                trades == null ? null : Json.whole(trades, "n")));
  }

  private static Bars.Prices prices(JsonNode node) {
    Amount volume = Json.requireAmount(node.get("v"), "v");
    return Bars.Prices.read(node::get, "o", "h", "l", "c", volume);
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(
        new MassiveStream(
            settings,
            settings.requireInterval().text().equals("1s") ? "A" : "AM",
            (node, receivedMs) -> streamed(node)));
  }

  /** Streamed bars come when they are over. */
  private @Nullable Bar streamed(JsonNode node) {
    long start = Json.epochMs(node.get("s"), TimeUnit.MILLISECONDS, "s");
    long end = Json.epochMs(node.get("e"), TimeUnit.MILLISECONDS, "e");
    return new Bars(settings, end, end)
        .bar(
            Json.requireText(node.get("sym"), "sym"),
            start,
            end,
            prices(node).with(null, Json.amount(node.get("vw")), null));
  }
}
