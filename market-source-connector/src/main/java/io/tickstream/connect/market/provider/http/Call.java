package io.tickstream.connect.market.provider.http;

import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Settings;
import java.net.URI;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/** Makes requests of the templates. Immutable. */
final class Call {

  /**
   * Where in the history a request stands; travels with it to its answer.
   *
   * @param windowMs the beginning of the window of time
   * @param token of the page, empty for the first
   * @param failed symbols of which a page before lacks something, so that later ones are no use
   */
  record Position(
      Cursor from, long windowMs, long page, String token, long nowMs, Set<String> failed) {

    Position {
      failed = Set.copyOf(failed);
    }

    static Position begin(Cursor from, long page, long nowMs) {
      return new Position(from, from.ts(), page, "", nowMs, Set.of());
    }

    Position from(Cursor cursor) {
      return new Position(cursor, cursor.ts(), page, token, nowMs, failed);
    }

    Position window(long startMs) {
      return new Position(from, startMs, page, token, nowMs, failed);
    }

    Position page(long number) {
      return new Position(from, windowMs, number, token, nowMs, failed);
    }

    Position token(String next) {
      return new Position(from, windowMs, page, next, nowMs, failed);
    }

    Position after(long answeredMs, Set<String> failures) {
      return new Position(from, windowMs, page, token, answeredMs, failures);
    }
  }

  private final Settings settings;
  private final AbstractConfig options;
  private final Template url;
  private final Template body;
  private final Map<String, Template> headers = new LinkedHashMap<>();
  private final TimeFormat times;
  private final long windowMs;

  Call(Settings settings) {
    this.settings = settings;
    this.options = settings.options();
    this.url = new Template(options.getString(JsonOptions.URL));
    this.body = new Template(options.getString(JsonOptions.BODY));
    parseHeaders(options.getString(JsonOptions.HEADERS))
        .forEach((name, value) -> headers.put(name, new Template(value)));
    this.times =
        new TimeFormat(
            options.getString(JsonOptions.CURSOR_FORMAT),
            ZoneId.of(options.getString(JsonOptions.TIME_ZONE)));
    this.windowMs = options.getLong(JsonOptions.PAGE_WINDOW_MS);
  }

  /**
   * Reads {@code Name: value|Name: value}.
   *
   * @throws IllegalArgumentException when it is not that
   */
  static Map<String, String> parseHeaders(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String pair : List.of(text.split("\\|"))) {
      if (pair.isBlank()) {
        continue;
      }
      int colon = pair.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("must be \"Name: value\" pairs, separated by |");
      }
      headers.put(pair.substring(0, colon).trim(), pair.substring(colon + 1).trim());
    }
    return headers;
  }

  /** Whether any of the templates has one of the places. */
  boolean has(String... places) {
    return url.has(places)
        || body.has(places)
        || headers.values().stream().anyMatch(header -> header.has(places));
  }

  long windowEndMs(Position position) {
    return position.windowMs + windowMs;
  }

  Request request(List<String> symbols, Position position) {
    return request(symbols, position, null);
  }

  /**
   * The request for a position.
   *
   * @param link an address that an answer gave; only what follows its host is used, so that the key
   *     does not travel elsewhere
   */
  Request request(List<String> symbols, Position position, @Nullable String link) {
    Map<String, List<String>> values = values(symbols, position);
    String address = url.inUrl(values);
    String method = options.getString(JsonOptions.METHOD);
    Map<String, String> filled = new HashMap<>();
    headers.forEach((name, header) -> filled.put(name, header.plain(values)));
    long weight = options.getLong(JsonOptions.WEIGHT);
    boolean perSymbol = options.getBoolean(JsonOptions.WEIGHT_PER_SYMBOL);
    return new Request(
        method,
        link == null ? address : sameHost(address, settings.withKey(link)),
        filled,
        method.equals("GET") ? null : body.inJson(values),
        Math.toIntExact(perSymbol ? weight * symbols.size() : weight),
        symbols,
        position);
  }

  private static String sameHost(String address, String link) {
    URI base = URI.create(address);
    URI resolved = base.resolve(link);
    return base.getScheme()
        + "://"
        + base.getRawAuthority()
        + resolved.getRawPath()
        + (resolved.getRawQuery() == null ? "" : "?" + resolved.getRawQuery());
  }

  private Map<String, List<String>> values(List<String> symbols, Position position) {
    Interval interval = settings.interval();
    String intervalName = options.getString(JsonOptions.INTERVAL);
    Map<String, List<String>> values = new HashMap<>();
    values.put(Template.SYMBOL, symbols.subList(0, Math.min(1, symbols.size())));
    values.put(Template.SYMBOLS, symbols);
    values.put(
        Template.SYMBOLS_JSON,
        List.of(
            "["
                + String.join(
                    ",",
                    symbols.stream()
                        .map(s -> "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                        .toList())
                + "]"));
    values.put(
        Template.INTERVAL,
        List.of(!intervalName.isEmpty() || interval == null ? intervalName : interval.text()));
    values.put(
        Template.CURSOR_TS, List.of(times.format(Math.max(position.from.ts(), position.windowMs))));
    values.put(Template.CURSOR_ID, List.of(position.from.id()));
    values.put(Template.NOW, List.of(times.format(position.nowMs)));
    values.put(Template.WINDOW_END, List.of(times.format(windowEndMs(position))));
    values.put(Template.PAGE, List.of(Long.toString(position.page)));
    values.put(Template.PAGE_TOKEN, List.of(position.token));
    values.put(Template.API_KEY, List.of(settings.apiKey().orElse("")));
    return values;
  }
}
