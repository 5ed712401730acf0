package io.tickstream.connect.market.provider.massive;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** What all of Massive's datasets share: the address, the key in a header, and errors by status. */
abstract sealed class MassiveVenue implements Venue permits Aggregates, Snapshots, Trades {

  /** The status of an answer whose latest data the plan does not include. */
  static final String DELAYED = "DELAYED";

  private static final String BASE_URL = "https://api.massive.com";

  final Settings settings;

  MassiveVenue(Settings settings) {
    this.settings = settings;
  }

  /** A request for an absolute path; the host is never taken from an answer. */
  final Request get(String pathAndQuery, List<String> symbols) {
    return Request.get(settings.baseUrl(BASE_URL) + pathAndQuery, symbols)
        .withHeaders(Map.of("Authorization", "Bearer " + settings.apiKey().orElse("")));
  }

  @Override
  public final Reply parse(Request request, Response response) {
    return response.successful()
        ? Json.reply(response, root -> read(request, response, root))
        : HttpStatus.failure(request, response);
  }

  /** Reads a successful answer; may throw what {@link Json#reply} takes. */
  abstract Reply read(Request request, Response response, JsonNode root);

  /** The status of an answer that is one. */
  static String requireSuccess(JsonNode root) {
    String status = root.path("status").asText();
    if (!status.equals("OK") && !status.equals(DELAYED)) {
      throw new IllegalArgumentException("the answer's status is neither OK nor DELAYED");
    }
    return status;
  }

  /** The page with the next one, if the answer names one. */
  final Page followed(Page page, JsonNode root, Request request) {
    String next = Json.text(root.get("next_url"));
    return next == null
        ? page
        : page.withNext(get(pathAndQuery(settings.withKey(next)), request.symbols()));
  }

  /** The key travels with the request, so that it must not go where an answer says. */
  private static String pathAndQuery(String url) {
    URI uri = URI.create(url);
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }
}
