package io.tickstream.connect.benchmarks.contest;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.jspecify.annotations.Nullable;

/** Records of the prebuilt source: each equals a prebuilt one, and all of these are there. */
final class PrebuiltTrades implements SourceRecords {

  private final Set<Object> prebuilt = new HashSet<>();
  private final Set<Object> missing;
  private @Nullable String problem;

  /**
   * None found yet.
   *
   * @param converter the one that the records are read with
   */
  PrebuiltTrades(List<SourceRecord> trades, Converter converter) {
    for (SourceRecord trade : trades) {
      String topic = trade.topic();
      byte[] bytes = converter.fromConnectData(topic, trade.valueSchema(), trade.value());
      prebuilt.add(converter.toConnectData(topic, bytes).value());
    }
    missing = new HashSet<>(prebuilt);
  }

  @Override
  public void add(Object value) {
    if (!prebuilt.contains(value)) {
      problem = "there is a record that was not prebuilt";
    }
    missing.remove(value);
  }

  @Override
  public @Nullable String problem() {
    if (problem == null && !missing.isEmpty()) {
      return "%,d of %,d prebuilt records are missing: take more --records"
          .formatted(missing.size(), prebuilt.size());
    }
    return problem;
  }
}
