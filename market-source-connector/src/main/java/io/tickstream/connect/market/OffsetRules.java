package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Partition;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.VenueProvider;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/** Which offsets may be stored over REST: those that the tasks would understand. */
final class OffsetRules {

  private OffsetRules() {}

  /**
   * Throws ConnectException naming the partition and field at fault. A null offset forgets the
   * position.
   */
  static void check(MarketSourceConfig config, Map<Map<String, ?>, Map<String, ?>> offsets) {
    Provider provider = config.provider();
    for (Map.Entry<Map<String, ?>, Map<String, ?>> entry : offsets.entrySet()) {
      Map<String, ?> partition = entry.getKey();
      if (partition == null) {
        throw new ConnectException("A partition is missing; it looks like " + example(config));
      }
      // Whatever was stored once can be forgotten, even if the configuration has changed since.
      if (entry.getValue() == null) {
        continue;
      }
      checkPartition(config, partition);
      try {
        provider.checkOffset(entry.getValue());
        checkId(config, entry.getValue());
      } catch (IllegalArgumentException wrong) {
        throw new ConnectException(
            "The offset of partition " + partition + ": " + wrong.getMessage());
      }
    }
  }

  /** Where trades are numbered, an id that is no number would stop the task. */
  private static void checkId(MarketSourceConfig config, Map<String, ?> offset) {
    boolean numbered =
        config.dataset() == Dataset.TRADE
            && config.provider() instanceof VenueProvider provider
            && provider.open(config.settings(config.listedSymbols())).sequentialIds();
    if (numbered) {
      Cursor.of(offset).numbered();
    }
  }

  private static void checkPartition(MarketSourceConfig config, Map<String, ?> partition) {
    Map<String, String> example = example(config);
    Set<String> expected = new TreeSet<>(example.keySet());
    if (!partition.keySet().equals(expected)) {
      throw new ConnectException(
          "Partition "
              + partition
              + " has not the fields "
              + expected
              + "; it looks like "
              + example);
    }
    for (Map.Entry<String, String> field : example.entrySet()) {
      Object given = partition.get(field.getKey());
      boolean fits =
          field.getKey().equals(Partition.SYMBOL)
              ? given instanceof String
              : field.getValue().equals(given);
      if (!fits) {
        throw new ConnectException(
            "Partition "
                + partition
                + ": field "
                + field.getKey()
                + " must be "
                + (field.getKey().equals(Partition.SYMBOL) ? "a text" : field.getValue()));
      }
    }
  }

  private static Map<String, String> example(MarketSourceConfig config) {
    return config
        .provider()
        .partition(
            config.settings(config.listedSymbols()),
            config.listedSymbols().isEmpty() ? "SYMBOL" : config.listedSymbols().get(0));
  }
}
