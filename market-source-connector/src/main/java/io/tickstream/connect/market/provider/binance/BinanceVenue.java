package io.tickstream.connect.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.Usage;
import io.tickstream.connect.market.provider.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What all of Binance's datasets share: addresses, weights, errors, units of time. */
abstract sealed class BinanceVenue implements Venue
    permits AggregatedTrades, RawTrades, Tickers, Klines {

  /** The host that serves market data only, and everywhere. */
  private static final String BASE_URL = "https://data-api.binance.vision";

  static final int PAGE = 1000;

  private static final Pattern BANNED_UNTIL = Pattern.compile("banned until (\\d{13})");

  final Settings settings;
  final boolean micros;

  BinanceVenue(Settings settings) {
    this.settings = settings;
    this.micros = settings.options().getBoolean(BinanceProvider.MICROSECONDS);
  }

  /** A request to an endpoint, of a weight. */
  final Request get(String pathAndQuery, int weight, List<String> symbols) {
    Request request =
        Request.get(settings.baseUrl(BASE_URL) + "/api/v3/" + pathAndQuery, symbols)
            .withWeight(weight);
    return micros ? request.withHeaders(Map.of("X-MBX-TIME-UNIT", "MICROSECOND")) : request;
  }

  /** The quotes' request, which several symbols share. */
  final Request tickers(List<String> symbols) {
    String list = String.join(",", symbols.stream().map(symbol -> '"' + symbol + '"').toList());
    int weight = symbols.size() <= 20 ? 2 : symbols.size() <= 100 ? 40 : 80;
    return get(
        "ticker/24hr?symbols=" + Urls.encode("[" + list + "]") + "&type=FULL", weight, symbols);
  }

  @Override
  public final Reply parse(Request request, Response response) {
    return response.successful()
        ? Json.reply(response, root -> read(request, response, root))
        : failure(request, response);
  }

  /** Reads a successful answer; may throw what {@link Json#reply} takes. */
  abstract Reply read(Request request, Response response, JsonNode root);

  private static Failure failure(Request request, Response response) {
    String text = response.text();
    return switch (response.status()) {
      case 418 -> {
        long told = HttpStatus.retryAfterMs(response);
        Matcher until = BANNED_UNTIL.matcher(text);
        yield new Failure.Banned(
            told == Failure.UNTOLD && until.find()
                ? Math.max(0, Long.parseLong(until.group(1)) - response.receivedMs())
                : told,
            "the address is banned for asking too much (HTTP 418)");
      }
      case 403 ->
          new Failure.Banned(
              HttpStatus.retryAfterMs(response), "the firewall refuses the address (HTTP 403)");
      case 400 -> badRequest(request, code(text));
      default -> HttpStatus.failure(request, response);
    };
  }

  private static Failure badRequest(Request request, long code) {
    if (code == -1121 || code == -1100) {
      return new Failure.UnknownSymbols(
          request.symbols().size() == 1 ? Set.copyOf(request.symbols()) : Set.of(),
          "invalid symbol (code " + code + ")");
    }
    if (code == -1003) {
      return new Failure.Throttled("too many requests (code -1003)");
    }
    if (code == -2014 || code == -2015) {
      return new Failure.BadCredentials("the key is not accepted (code " + code + ")");
    }
    return new Failure.Refused("HTTP 400, code " + code);
  }

  private static long code(String body) {
    try {
      return Json.whole(Json.parse(body).get("code"), "code");
    } catch (IllegalArgumentException unreadable) {
      return 0;
    }
  }

  @Override
  public final List<Usage> usage(Response response) {
    return response.number("X-MBX-USED-WEIGHT-1M").stream()
        .mapToObj(used -> Usage.used(Usage.Window.WEIGHT_MINUTE, used))
        .toList();
  }

  @Override
  public final Optional<Request> discovery() {
    return Optional.of(get("exchangeInfo?permissions=SPOT&symbolStatus=TRADING", 20, List.of()));
  }

  @Override
  public final List<String> discovered(Response response) {
    JsonNode symbols = Json.parse(response).path("symbols");
    if (!response.successful() || !symbols.isArray()) {
      throw new IllegalArgumentException("the answer does not list symbols");
    }
    List<String> found = new ArrayList<>();
    symbols.forEach(symbol -> found.add(Json.requireText(symbol.get("symbol"), "symbol")));
    return found;
  }

  /** Epoch milliseconds of a time in the unit that was asked for. */
  final long epochMs(JsonNode node, String name) {
    return Json.epochMs(node, micros ? TimeUnit.MICROSECONDS : TimeUnit.MILLISECONDS, name);
  }

  /**
   * A trade, whose fields REST and the streams name differently.
   *
   * @param maker whether the buyer was the maker; then the seller took the liquidity
   */
  final Trade trade(
      String symbol, JsonNode id, JsonNode price, JsonNode size, JsonNode time, JsonNode maker) {
    if (maker == null || !maker.isBoolean()) {
      throw new IllegalArgumentException("the maker flag is missing");
    }
    return new Trade(
        symbol,
        epochMs(time, "time"),
        Json.requireAmount(price, "price"),
        Json.requireAmount(size, "quantity"),
        Long.toString(Json.whole(id, "id")),
        maker.booleanValue() ? Side.SELL : Side.BUY,
        maker.booleanValue(),
        null,
        micros ? (Long) Json.whole(time, "time") : null);
  }

  /** The elements of an answer that is a list. */
  static JsonNode list(JsonNode root) {
    if (!root.isArray()) {
      throw new IllegalArgumentException("the answer is not a list");
    }
    return root;
  }
}
