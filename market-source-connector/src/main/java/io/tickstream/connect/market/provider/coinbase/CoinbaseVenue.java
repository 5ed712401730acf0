package io.tickstream.connect.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What all of Coinbase's datasets share: addresses, errors, times. */
abstract sealed class CoinbaseVenue implements Venue permits Trades, Tickers, Candles {

  private static final String BASE_URL = "https://api.exchange.coinbase.com";

  final Settings settings;

  CoinbaseVenue(Settings settings) {
    this.settings = settings;
  }

  /** A request about one product. */
  final Request get(String pathAndQuery, List<String> symbols) {
    return Request.get(
        settings.baseUrl(BASE_URL) + "/products/" + symbols.get(0) + pathAndQuery, symbols);
  }

  @Override
  public final Reply parse(Request request, Response response) {
    return response.successful()
        ? Json.reply(response, root -> read(request, response, root))
        : HttpStatus.failure(request, response);
  }

  /** Reads a successful answer; may throw what {@link Json#reply} takes. */
  abstract Reply read(Request request, Response response, JsonNode root);

  @Override
  public final Optional<Request> discovery() {
    return Optional.of(Request.get(settings.baseUrl(BASE_URL) + "/products", List.of()));
  }

  @Override
  public final List<String> discovered(Response response) {
    JsonNode products = Json.parse(response);
    if (!response.successful() || !products.isArray()) {
      throw new IllegalArgumentException("the answer does not list products");
    }
    List<String> found = new ArrayList<>();
    for (JsonNode product : products) {
      // Products without a status are taken as they are: the field came later.
      if (product.path("status").asText("online").equals("online")) {
        found.add(Json.requireText(product.get("id"), "id"));
      }
    }
    return found;
  }

  /** A time such as {@code 2026-11-18T20:59:47.123456Z}. */
  static Instant time(JsonNode node) {
    return VenueTimes.parseUtc(Json.requireText(node, "time"));
  }
}
