package io.tickstream.connect.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.Venue;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What quotes and bars share: the chart's address, its errors, and prices with float noise. */
abstract sealed class YahooVenue implements Venue permits ChartQuote, ChartBars {

  private static final String BASE_URL = "https://query1.finance.yahoo.com";

  /** Anything that is no browser is refused with 429. */
  private static final String USER_AGENT =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36";

  final Settings settings;

  YahooVenue(Settings settings) {
    this.settings = settings;
  }

  final Request get(List<String> symbols, String query) {
    return Request.get(
            settings.baseUrl(BASE_URL)
                + "/v8/finance/chart/"
                + Urls.encode(symbols.get(0))
                + "?"
                + query,
            symbols)
        .withHeaders(Map.of("User-Agent", USER_AGENT));
  }

  @Override
  public final Reply parse(Request request, Response response) {
    return switch (response.status()) {
      case 401, 403 ->
          new Failure.Banned(
              HttpStatus.retryAfterMs(response), "refused (HTTP " + response.status() + ")");
      case 400, 404, 422 -> Json.reply(response, root -> failure(request, response, root));
      default ->
          response.successful()
              ? Json.reply(response, root -> read(request, response, root))
              : HttpStatus.failure(request, response);
    };
  }

  private Reply read(Request request, Response response, JsonNode root) {
    JsonNode result = root.path("chart").path("result").path(0);
    return result.isObject()
        ? read(request, response, result.path("meta"), result)
        : failure(request, response, root);
  }

  /** Reads the result of a chart; may throw what {@link Json#reply} takes. */
  abstract Reply read(Request request, Response response, JsonNode meta, JsonNode result);

  private static Failure failure(Request request, Response response, JsonNode root) {
    String code = root.path("chart").path("error").path("code").asText();
    if (code.equals("Not Found")) {
      return new Failure.UnknownSymbols(Set.copyOf(request.symbols()), "no data found");
    }
    if (response.successful()) {
      return new Failure.Transient("the answer has no chart");
    }
    return response.status() == 404
        ? new Failure.Transient("HTTP 404 without a chart's error")
        : new Failure.Refused("HTTP " + response.status());
  }

  /**
   * A price without the noise of having been a float once: {@code 268.9100036621094} with a hint of
   * two digits is {@code 268.91}. Null where there is none.
   */
  static @Nullable Amount price(@Nullable JsonNode node, JsonNode meta) {
    Amount noisy = Json.amount(node);
    if (noisy == null) {
      return null;
    }
    int digits = meta.path("priceHint").asInt(2);
    return Amount.of(
        noisy.toBigDecimal().setScale(Math.max(0, Math.min(digits, 18)), RoundingMode.HALF_UP));
  }
}
