package io.tickstream.connect.benchmarks.micro;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A worker without stored offsets. */
public final class NoSourceContext implements SourceTaskContext {

  @Override
  public Map<String, String> configs() {
    return Map.of();
  }

  @Override
  public OffsetStorageReader offsetStorageReader() {
    return new OffsetStorageReader() {
      @Override
      public <T> Map<String, Object> offset(Map<String, T> partition) {
        return Map.of();
      }

      @Override
      public <T> Map<Map<String, T>, Map<String, Object>> offsets(
          Collection<Map<String, T>> partitions) {
        return Map.of();
      }
    };
  }

  @Override
  public PluginMetrics pluginMetrics() {
    // As on a worker from before there were any.
    throw new NoSuchMethodError("pluginMetrics");
  }
}
