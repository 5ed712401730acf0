package io.tickstream.connect.market.provider.finnhub;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.Usage;
import io.tickstream.connect.market.provider.Venue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code /quote}: one symbol per request, all zeros when it is unknown. */
final class FinnhubVenue implements Venue {

  private static final String BASE_URL = "https://finnhub.io/api/v1";

  private final Settings settings;

  FinnhubVenue(Settings settings) {
    this.settings = settings;
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return Request.get(
            settings.baseUrl(BASE_URL) + "/quote?symbol=" + Urls.encode(symbols.get(0)), symbols)
        // A header stays out of logs between here and there.
        .withHeaders(Map.of("X-Finnhub-Token", settings.apiKey().orElse("")));
  }

  @Override
  public Reply parse(Request request, Response response) {
    return response.successful()
        ? Json.reply(response, root -> read(request, response, root))
        : HttpStatus.failure(request, response);
  }

  private Reply read(Request request, Response response, JsonNode root) {
    if (!root.has("c") || !root.has("t")) {
      throw new IllegalArgumentException("the answer has no quote");
    }
    if (unknown(root)) {
      return Page.of(List.of()).withUnknown(Set.copyOf(request.symbols()));
    }
    Items items = new Items(settings, response.receivedMs());
    items.add(root, () -> quote(request.symbols().get(0), root, response.receivedMs()));
    return items.page();
  }

  private static boolean unknown(JsonNode root) {
    return List.of("c", "h", "l", "o", "pc", "t").stream()
        .map(root::get)
        .allMatch(node -> node != null && node.isNumber() && node.decimalValue().signum() == 0);
  }

  private static Quote quote(String symbol, JsonNode node, long receivedMs) {
    return Quote.builder(symbol, Json.epochMs(node.get("t"), TimeUnit.SECONDS, "t"), receivedMs)
        .price(Json.requireAmount(node.get("c"), "c"))
        .open(Json.amount(node.get("o")))
        .high(Json.amount(node.get("h")))
        .low(Json.amount(node.get("l")))
        .previousClose(Json.amount(node.get("pc")))
        .change(Json.amount(node.get("d")))
        .changePercent(Json.amount(node.get("dp")))
        .build();
  }

  @Override
  public List<Usage> usage(Response response) {
    return response.number("X-Ratelimit-Remaining").stream()
        .mapToObj(left -> Usage.remaining(Usage.Window.MINUTE, left))
        .toList();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(new FinnhubStream(settings));
  }
}
