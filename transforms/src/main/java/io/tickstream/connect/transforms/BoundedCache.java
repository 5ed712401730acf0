package io.tickstream.connect.transforms;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The most recently used results of a function. The last key is found by identity alone: records of
 * one schema come in runs. Confined to one thread, as the transforms are.
 */
final class BoundedCache<K, V> {
  private final int capacity;
  private final Function<K, V> function;
  private final Map<K, V> entries;
  private @Nullable K lastKey;
  private @Nullable V lastValue;

  BoundedCache(int capacity, Function<K, V> function) {
    this.capacity = capacity;
    this.function = function;
    this.entries = new LinkedHashMap<>(16, 0.75f, true);
  }

  V get(K key) {
    V last = lastValue;
    if (key == lastKey && last != null) {
      return last;
    }
    V value = entries.get(key);
    if (value == null) {
      value = function.apply(key);
      entries.put(key, value);
      if (entries.size() > capacity) {
        entries.remove(entries.keySet().iterator().next());
      }
    }
    lastKey = key;
    lastValue = value;
    return value;
  }

  int size() {
    return entries.size();
  }
}
