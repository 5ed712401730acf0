package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelineSettingsTest {

  @Test
  void anOptionGoesToTheConnectorThatKnowsIt() {
    PipelineSettings settings =
        PipelineSettings.of(
            Map.of(
                "linger.ms", "15",
                "batch.max.records", "10",
                "topic.t.k.t.ttl", "1",
                "consumer.override.fetch.min.bytes", "1",
                "producer.override.linger.ms", "1"));

    assertThat(settings.source())
        .containsOnlyKeys("batch.max.records", "producer.override.linger.ms");
    assertThat(settings.sink())
        .containsOnlyKeys("linger.ms", "topic.t.k.t.ttl", "consumer.override.fetch.min.bytes");
  }

  @Test
  void whatConvertersHaveGoesToBoth() {
    Map<String, String> given = Map.of("value.converter.schemas.cache.config", "100");

    assertThat(PipelineSettings.of(given)).isEqualTo(new PipelineSettings(given, given));
  }

  @Test
  void anOptionThatNeitherKnowsIsRefused() {
    ContestOptions options = new ContestOptions(List.of("--set", "lingr.ms=1"));

    assertThatThrownBy(() -> new LatencyContest(options, "command"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--set is lingr.ms, allowed are options of our source or our sink here");
  }
}
