package io.tickstream.connect.market.provider.http;

import io.tickstream.connect.market.provider.Urls;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text with places such as {@code ${symbol}}. Immutable. */
final class Template {

  static final String SYMBOL = "symbol";
  static final String SYMBOLS = "symbols";
  static final String SYMBOLS_JSON = "symbols.json";
  static final String INTERVAL = "interval";
  static final String CURSOR_TS = "cursor.ts";
  static final String CURSOR_ID = "cursor.id";
  static final String NOW = "now";
  static final String WINDOW_END = "window.end";
  static final String PAGE = "page";
  static final String PAGE_TOKEN = "page.token";
  static final String API_KEY = "api.key";

  private static final Set<String> NAMES =
      Set.of(
          SYMBOL,
          SYMBOLS,
          SYMBOLS_JSON,
          INTERVAL,
          CURSOR_TS,
          CURSOR_ID,
          NOW,
          WINDOW_END,
          PAGE,
          PAGE_TOKEN,
          API_KEY);

  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  private final String text;

  Template(String text) {
    this.text = text;
  }

  /** Whether one of the places is in it. */
  boolean has(String... names) {
    return List.of(names).stream().anyMatch(name -> text.contains("${" + name + "}"));
  }

  /** Places that mean nothing. */
  Set<String> unknown() {
    Set<String> unknown = new TreeSet<>();
    Matcher matcher = PLACE.matcher(text);
    while (matcher.find()) {
      if (!NAMES.contains(matcher.group(1))) {
        unknown.add("${" + matcher.group(1) + "}");
      }
    }
    return unknown;
  }

  /** As part of an address: what means something there is escaped, the commas of a list are not. */
  String inUrl(Map<String, List<String>> values) {
    return fill(values, Urls::encode);
  }

  /** As a header. */
  String plain(Map<String, List<String>> values) {
    return fill(values, UnaryOperator.identity());
  }

  /** Within the texts of a JSON body; a list in JSON's own notation stays what it is. */
  String inJson(Map<String, List<String>> values) {
    Map<String, List<String>> all = new HashMap<>(values);
    String list = String.join(",", Objects.requireNonNull(values.get(SYMBOLS_JSON)));
    all.remove(SYMBOLS_JSON);
    return new Template(text.replace("${" + SYMBOLS_JSON + "}", list))
        .fill(all, value -> value.replace("\\", "\\\\").replace("\"", "\\\""));
  }

  private String fill(Map<String, List<String>> values, UnaryOperator<String> escape) {
    return PLACE
        .matcher(text)
        .replaceAll(
            place -> {
              List<String> parts = values.getOrDefault(place.group(1), List.of());
              return Matcher.quoteReplacement(
                  String.join(",", parts.stream().map(escape).toList()));
            });
  }
}
