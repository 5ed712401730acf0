package io.tickstream.connect.market;

import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Settings;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** The positions a task starts from. */
final class StoredOffsets {

  private StoredOffsets() {}

  /**
   * Reads those of all symbols at once, because every single look makes the worker read its offsets
   * to their end.
   */
  static FeedContext.Offsets read(
      Provider provider, Settings settings, List<String> symbols, OffsetStorageReader reader) {
    List<Map<String, String>> partitions =
        symbols.stream().map(symbol -> provider.partition(settings, symbol)).toList();
    Set<Map<String, String>> asked = new HashSet<>(partitions);
    Map<Map<String, String>, Map<String, Object>> known = reader.offsets(partitions);
    return partition -> {
      Map<String, Object> offset =
          asked.contains(partition) ? known.get(partition) : reader.offset(partition);
      return offset == null ? Map.of() : offset;
    };
  }
}
