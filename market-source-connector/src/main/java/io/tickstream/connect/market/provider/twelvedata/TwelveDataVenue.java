package io.tickstream.connect.market.provider.twelvedata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.Usage;
import io.tickstream.connect.market.provider.Venue;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What quotes and bars of Twelve Data share: an answer about one symbol is its data, about several
 * an object by symbol, and data or error is told by the body, whatever the status.
 */
abstract sealed class TwelveDataVenue implements Venue permits Quotes, TimeSeries {

  private static final String BASE_URL = "https://api.twelvedata.com";

  final Settings settings;

  TwelveDataVenue(Settings settings) {
    this.settings = settings;
  }

  /** A request, which costs a credit per symbol. */
  final Request get(String endpoint, List<String> symbols, String more) {
    String list = String.join(",", symbols.stream().map(Urls::encode).toList());
    return Request.get(
            settings.baseUrl(BASE_URL) + "/" + endpoint + "?symbol=" + list + more, symbols)
        .withHeaders(Map.of("Authorization", "apikey " + settings.apiKey().orElse("")))
        .withWeight(symbols.size());
  }

  @Override
  public final Reply parse(Request request, Response response) {
    Reply reply = Json.reply(response, root -> read(request, response, root));
    // Where the body says nothing in particular the status decides.
    return response.successful() || !(reply instanceof Failure.Transient)
        ? reply
        : HttpStatus.failure(request, response);
  }

  private Reply read(Request request, Response response, JsonNode root) {
    if (!root.isObject()) {
      throw new IllegalArgumentException("the answer is not an object");
    }
    if (nothing(root)) {
      return withNext(Page.of(List.of()), request.symbols(), request, response);
    }
    if (failed(root)) {
      return failure(request, response, root);
    }
    Items items = new Items(settings, response.receivedMs());
    if (request.symbols().size() == 1 && !root.has(request.symbols().get(0))) {
      readSymbol(request.symbols().get(0), root, response, items);
      return withNext(items.sortedPage(), request.symbols(), request, response);
    }
    Set<String> unknown = new HashSet<>();
    Set<String> failed = new HashSet<>();
    for (String symbol : request.symbols()) {
      JsonNode part = root.path(symbol);
      if (nothing(part)) {
        continue;
      }
      if (!failed(part)) {
        readSymbol(symbol, part, response, items);
      } else if (failure(request, response, part) instanceof Failure.UnknownSymbols) {
        unknown.add(symbol);
      } else if (items.list().isEmpty() && unknown.isEmpty()) {
        // Out of credits or not entitled: the same holds for the symbols that follow.
        return failure(request, response, part);
      } else {
        failed.add(symbol);
      }
    }
    List<String> whole =
        request.symbols().stream().filter(symbol -> !failed.contains(symbol)).toList();
    return withNext(items.sortedPage().withUnknown(unknown), whole, request, response);
  }

  /** Reads one symbol's part; may throw what {@link Json#reply} takes. */
  abstract void readSymbol(String symbol, JsonNode part, Response response, Items items);

  /** The page and, where there is more, how to go on with the symbols that did not fail. */
  abstract Page withNext(Page page, List<String> symbols, Request request, Response response);

  /** A window without a bar is reported as an error, though nothing is wrong. */
  private static boolean nothing(JsonNode node) {
    return node.path("code").asInt() == 400
        && node.path("message").asText().toLowerCase(Locale.ROOT).contains("no data is available");
  }

  private static boolean failed(JsonNode node) {
    return node.path("status").asText().equals("error")
        || (node.has("code") && node.has("message"));
  }

  private static Failure failure(Request request, Response response, JsonNode node) {
    int code = node.path("code").asInt();
    String message = node.path("message").asText().toLowerCase(Locale.ROOT);
    String reason = "error " + code;
    return switch (code) {
      case 400, 404 ->
          code == 404 || message.contains("symbol")
              ? new Failure.UnknownSymbols(
                  request.symbols().size() == 1 ? Set.copyOf(request.symbols()) : Set.of(), reason)
              : new Failure.Refused(reason);
      case 401, 403 -> new Failure.BadCredentials(reason);
      case 414 -> new Failure.Refused(reason);
      case 429 ->
          message.contains("for the day")
              ? new Failure.QuotaExhausted(
                  HttpStatus.quotaUntilMs(response), "the day's credits are used up")
              : new Failure.Throttled(HttpStatus.retryAfterMs(response), reason);
      default -> new Failure.Transient(reason);
    };
  }

  @Override
  public final List<Usage> usage(Response response) {
    return response.number("api-credits-left").stream()
        .mapToObj(left -> Usage.remaining(Usage.Window.WEIGHT_MINUTE, left))
        .toList();
  }
}
