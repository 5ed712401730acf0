package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.contest.ContestSettings.Format;
import io.tickstream.connect.benchmarks.plugins.PrebuiltSourceTask;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.Converter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrebuiltTradesTest {

  private static final Map<Format, Converter> CONVERTERS =
      Stream.of(Format.values())
          .collect(
              Collectors.toMap(
                  format -> format,
                  format -> Converters.of(format, URI.create("mock://prebuilt"))));

  private final List<SourceRecord> prebuilt =
      PrebuiltSourceTask.trades(Map.of("topic", "ticks", "symbols", "3"));

  /** As a worker writes it and the check reads it. */
  private static Object read(SourceRecord record, Format format) {
    byte[] bytes =
        CONVERTERS.get(format).fromConnectData("ticks", record.valueSchema(), record.value());
    return CONVERTERS.get(format).toConnectData("ticks", bytes).value();
  }

  @ParameterizedTest
  @EnumSource
  void thePrebuiltRecordsMayBeThereMoreThanOnce(Format format) {
    PrebuiltTrades found = new PrebuiltTrades(prebuilt, CONVERTERS.get(format));
    prebuilt.forEach(record -> found.add(read(record, format)));
    prebuilt.forEach(record -> found.add(read(record, format)));
    assertThat(found.problem()).isNull();
  }

  @ParameterizedTest
  @EnumSource
  void aSymbolThatIsMissingIsTold(Format format) {
    PrebuiltTrades found = new PrebuiltTrades(prebuilt, CONVERTERS.get(format));
    found.add(read(prebuilt.get(0), format));
    found.add(read(prebuilt.get(2), format));
    assertThat(found.problem())
        .isEqualTo("1 of 3 prebuilt records are missing: take more --records");
  }

  @ParameterizedTest
  @EnumSource
  void anyOtherRecordIsTold(Format format) {
    PrebuiltTrades found = new PrebuiltTrades(prebuilt, CONVERTERS.get(format));
    prebuilt.forEach(record -> found.add(read(record, format)));
    ((Struct) prebuilt.get(1).value()).put("price", 1.0);
    found.add(read(prebuilt.get(1), format));
    assertThat(found.problem()).isEqualTo("there is a record that was not prebuilt");
  }
}
