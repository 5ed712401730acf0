package io.tickstream.connect.market.feed.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * From the names in files to those of the records' fields: the configured ones first, then the
 * customary ones.
 */
final class FieldNames {

  private static final Map<String, String> CUSTOMARY =
      Map.ofEntries(
          Map.entry("ticker", "symbol"),
          Map.entry("time", "event_time"),
          Map.entry("date", "event_time"),
          Map.entry("datetime", "event_time"),
          Map.entry("timestamp", "event_time"),
          Map.entry("start_time", "event_time"),
          Map.entry("open_time", "event_time"),
          Map.entry("size", "quantity"),
          Map.entry("qty", "quantity"),
          Map.entry("amount", "quantity"),
          Map.entry("id", "trade_id"),
          Map.entry("vol", "volume"),
          Map.entry("last", "price"));

  private final Map<String, String> configured = new HashMap<>();

  FieldNames(List<String> pairs) {
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      configured.put(pair.substring(equals + 1).strip(), pair.substring(0, equals).strip());
    }
  }

  String fieldOf(String column) {
    String chosen = configured.get(column.strip());
    if (chosen != null) {
      return chosen;
    }
    String plain = column.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
    String field = CUSTOMARY.getOrDefault(plain, plain);
    // A column that was said to hold a field is the only one that does.
    return configured.containsValue(field) ? "(unused) " + plain : field;
  }
}
