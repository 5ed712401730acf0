package io.tickstream.connect.market.offset;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Interval;
import java.util.LinkedHashMap;
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
    Map<String, String> map = new LinkedHashMap<>();
    map.put(PROVIDER, provider);
    map.put(DATASET, dataset.label());
    map.put(SYMBOL, symbol);
    if (interval != null && dataset == Dataset.BAR) {
      map.put(INTERVAL, interval.text());
    }
    return Map.copyOf(map);
  }
}
