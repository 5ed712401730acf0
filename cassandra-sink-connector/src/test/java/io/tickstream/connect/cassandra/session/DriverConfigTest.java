package io.tickstream.connect.cassandra.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.cassandra.settings.SinkSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriverConfigTest {
  private static final String WEAK =
      "datastax-java-driver.advanced.prepared-statements.prepared-cache.weak-values";

  @Test
  void ourDefaultsComeAfterWhatTheUserSaysOfTheDriver() {
    assertThat(text(Map.of())).contains(WEAK + " = \"false\"");
    assertThat(text(Map.of(WEAK, "true"))).contains(WEAK + " = \"true\"");
  }

  private static String text(Map<String, String> settings) {
    return DriverConfig.text(SinkSettings.of(settings).connection(), new KeyTabFile(""));
  }
}
