package io.tickstream.connect.benchmarks.micro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tickstream.connect.cassandra.table.Row;
import io.tickstream.connect.cassandra.write.BatchBenchmark;
import io.tickstream.connect.cassandra.write.WatermarkBenchmark;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** That each benchmark does the work it claims to measure. */
class MicroBenchmarksTest {

  @ParameterizedTest
  @EnumSource(VenuePage.class)
  void everyElementOfAPageBecomesARecord(VenuePage page) throws IOException {
    ProviderBenchmark benchmark = new ProviderBenchmark();
    benchmark.page = page;
    benchmark.prepare();

    assertThat(benchmark.parseAndMap()).hasSize(100);
    assertThat(benchmark.tokens()).isGreaterThan(100);
  }

  @ParameterizedTest
  @EnumSource(VenueFrame.class)
  void aMessageOfAStreamBecomesARecordOfItsSymbol(VenueFrame frame) {
    StreamBenchmark benchmark = new StreamBenchmark();
    benchmark.frame = frame;
    benchmark.prepare();

    assertThat(benchmark.parseAndMap().key()).isEqualTo(frame.symbol);
  }

  @Test
  void theTextOfATimeIsConvertedAndThePredicatesHoldOfTheTrade() {
    TransformBenchmark benchmark = new TransformBenchmark();
    benchmark.prepare();
    try {
      assertThat(benchmark.kafkaTimestampConverterFromText().value())
          .extracting(value -> ((Struct) value).get("event_time_millis_text"))
          .isEqualTo(Date.from(Instant.parse("2025-01-15T09:30:00.123Z")));
      assertThat(benchmark.eventTimeLag()).isTrue();
      assertThat(benchmark.fieldMatches()).isTrue();
    } finally {
      benchmark.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"--label pages Bind -f 1", "Bind --label pages -f 1", "Bind -f 1 --label pages"})
  void theLabelMayStandAnywhereAmongTheOptionsOfJmh(String options) {
    MicroBenchmarks benchmarks = new MicroBenchmarks(List.of(options.split(" ")), "micro");

    assertThat(benchmarks.resultName()).isEqualTo("micro-pages");
    assertThat(benchmarks.jmhOptions()).containsExactly("Bind", "-f", "1");
  }

  @Test
  void aLabelWithoutATextIsRefused() {
    assertThatThrownBy(() -> new MicroBenchmarks(List.of("Bind", "--label"), "micro"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--label needs a text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"struct", "map"})
  void everyColumnOfARecordIsBoundWithTheWriteTime(String form) {
    BindBenchmark benchmark = new BindBenchmark();
    benchmark.columns = 12;
    benchmark.form = form;
    benchmark.prepare();

    Row row = benchmark.bind();

    assertThat(row.size()).isEqualTo(13);
    for (int i = 0; i < row.size(); i++) {
      assertThat(row.value(i)).isNotNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"50, 100", "100000, 3200"})
  void theRowsOfAPollGoIntoBatchesOfTheirPartitions(int symbols, int batches) {
    BatchBenchmark benchmark = new BatchBenchmark();
    benchmark.symbols = symbols;
    benchmark.prepare();

    assertThat(benchmark.assemble()).isEqualTo(batches);
    assertThat(benchmark.assemble()).isEqualTo(batches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"offsets", "random"})
  void theWatermarkGetsToTheEndOfAPoll(String order) {
    WatermarkBenchmark benchmark = new WatermarkBenchmark();
    benchmark.order = order;
    benchmark.prepare();

    assertThat(benchmark.advance()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {50, 100_000})
  void thePipelineGetsToTheNewestMillisecondOfAPoll(int symbols) {
    PipelineBenchmark benchmark = new PipelineBenchmark();
    benchmark.symbols = symbols;
    benchmark.prepare();
    try {
      // Ten records share a millisecond; the newest counts as complete after a silence of 50 ms.
      assertThat(benchmark.putAndCommit().values())
          .extracting(OffsetAndMetadata::offset)
          .allMatch(offset -> offset >= 490);
    } finally {
      benchmark.stop();
    }
  }
}
