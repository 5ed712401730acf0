package io.tickstream.connect.market.offset;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a cursor belongs to; Connect's source partition. It says nothing of tasks, so that symbols
 * can move between them.
 */
public record Partition(
    String provider, Dataset dataset, String symbol, @Nullable Interval interval) {

  public static final String PROVIDER = "provider";
  public static final String DATASET = "dataset";
  public static final String SYMBOL = "symbol";
  public static final String INTERVAL = "interval";

  /** The map for Connect, to be made once and shared by all records of the symbol. */
  public Map<String, String> toMap() {
    Map<String, String> map = new HashMap<>();
    map.put(PROVIDER, provider);
    map.put(DATASET, dataset.label());
    map.put(SYMBOL, symbol);
    if (interval != null && dataset == Dataset.BAR) {
      map.put(INTERVAL, interval.text());
    }
    return stored(map);
  }

  /**
   * A partition as Connect finds it again. Connect looks offsets up by the bytes of the map's JSON,
   * after a restart and from a map of its own too, so its order must be that of a {@link HashMap}
   * filled one by one: {@link Map#copyOf} has another order in every JVM, and a copied HashMap has
   * another capacity.
   */
  public static Map<String, String> stored(Map<String, String> fields) {
    Map<String, String> map = new HashMap<>();
    fields.forEach(map::put);
    return Collections.unmodifiableMap(map);
  }
}
