package io.tickstream.connect.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.Venue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What both of Alpha Vantage's functions share. Its errors are successful answers without the data,
 * told apart by their wording, which has changed over the years; so the words looked for are few.
 * None of it is passed on: it may quote the key.
 */
abstract sealed class AlphaVantageVenue implements Venue permits GlobalQuote, TimeSeries {

  private static final String BASE_URL = "https://www.alphavantage.co/query";

  final Settings settings;

  AlphaVantageVenue(Settings settings) {
    this.settings = settings;
  }

  final Request get(String function, List<String> symbols, String more) {
    String entitlement = settings.options().getString(AlphaVantageProvider.ENTITLEMENT);
    return Request.get(
        settings.baseUrl(BASE_URL)
            + "?function="
            + function
            + "&symbol="
            + Urls.encode(symbols.get(0))
            + more
            + (entitlement.equals("none") ? "" : "&entitlement=" + entitlement)
            + "&apikey="
            + Urls.encode(settings.apiKey().orElse("")),
        symbols);
  }

  @Override
  public final Reply parse(Request request, Response response) {
    return response.successful()
        ? Json.reply(response, root -> read(request, response, root))
        : HttpStatus.failure(request, response);
  }

  /** Reads a successful answer; may throw what {@link Json#reply} takes. */
  abstract Reply read(Request request, Response response, JsonNode root);

  /** What an answer without data means. */
  static Failure failure(Request request, Response response, JsonNode root) {
    String said =
        Stream.of("Information", "Note", "Error Message")
            .map(field -> root.path(field).asText())
            .reduce("", String::concat)
            .toLowerCase(Locale.ROOT);
    // The short limits first: their texts advertise the limit of the day as well.
    if (said.contains("per second")) {
      return new Failure.Throttled(1_000, "too many requests in a second");
    }
    if (said.contains("per minute") || said.contains("sparingly") || said.contains("frequency")) {
      return new Failure.Throttled("too many requests in a minute");
    }
    if (said.contains("per day") || said.contains("daily")) {
      return new Failure.QuotaExhausted(
          HttpStatus.quotaUntilMs(response), "the day's requests are used up");
    }
    if (said.contains("premium")) {
      return new Failure.BadCredentials("the plan does not include this");
    }
    if (said.contains("apikey") || said.contains("api key")) {
      return new Failure.BadCredentials("the key is not accepted");
    }
    return root.has("Error Message")
        ? new Failure.UnknownSymbols(Set.copyOf(request.symbols()), "invalid call")
        : new Failure.Transient("the answer has no data");
  }

  /** A field whose name holds a part; what stands around it differs between functions. */
  static @Nullable JsonNode field(JsonNode object, String part) {
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      if (field.getKey().contains(part)) {
        return field.getValue();
      }
    }
    return null;
  }
}
