package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {

  private final Placeholders placeholders =
      new Placeholders(Map.of("topic", "ticks", "table", "bench.t$1"));

  @Test
  void keysAndValuesAreFilled() {
    assertThat(
            placeholders.fill(
                Map.of("topic.{{topic}}.{{table}}.mapping", "a=value.a", "topics", "{{topic}}")))
        .isEqualTo(Map.of("topic.ticks.bench.t$1.mapping", "a=value.a", "topics", "ticks"));
  }

  @Test
  void anUnknownPlaceholderIsNamedWithThoseThereAre() {
    assertThatThrownBy(() -> placeholders.fill(Map.of("topics", "{{tipoc}}")))
        .hasMessage("unknown placeholder {{tipoc}}; there are [table, topic]");
  }
}
