package io.tickstream.connect.cassandra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.UnknownKeys;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Configurations of the DataStax sink, unchanged but for the class and the addresses. The same
 * files run against a real stack in the integration tests.
 */
class DropInConfigTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @MethodSource("io.tickstream.connect.cassandra.DropIns#names")
  void theConfigurationIsTakenAsItIs(String name) throws Exception {
    Map<String, String> config = config(name);
    List<ConfigValue> wrong =
        new CassandraSinkConnector()
            .validate(config).configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .toList();
    assertThat(wrong).isEmpty();
    SinkSettings settings = SinkSettings.of(config);
    assertThat(settings.topics().keySet())
        .containsExactlyInAnyOrder(config.get("topics").split(","));
  }

  @Test
  void tablesKeepWhatTheirKeysSay() throws Exception {
    SinkSettings settings = SinkSettings.of(config("trading-dashboard"));
    assertThat(settings.topics().get("ttf_data.avro.python").tables())
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.qualifiedName()).isEqualTo("realtime_data.market_data");
              assertThat(table.consistency()).hasToString("LOCAL_QUORUM");
              assertThat(table.mapping().columns()).hasSize(6);
            });
  }

  @Test
  void keysThatNobodyReadsAreOneWarning() throws Exception {
    Map<String, String> config = config("trading-dashboard");
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, UTF_8));
    try {
      new CassandraSinkConnector().start(config);
    } finally {
      System.setErr(before);
    }
    assertThat(log.toString(UTF_8).lines().filter(line -> line.contains("WARN")))
        .singleElement()
        .asString()
        .contains(UnknownKeys.in(config));
    assertThat(UnknownKeys.in(config)).hasSize(2);
  }

  private static Map<String, String> config(String name) throws Exception {
    try (InputStream file = DropInConfigTest.class.getResourceAsStream(DropIns.path(name))) {
      JsonNode scenario = JSON.readTree(Objects.requireNonNull(file, name));
      Map<String, String> config =
          JSON.convertValue(scenario.get("config"), new TypeReference<Map<String, String>>() {});
      config.replaceAll(
          (key, value) ->
              value
                  .replace("${host}", "127.0.0.1")
                  .replace("${port}", "9042")
                  .replace("${dc}", "datacenter1"));
      config.put("name", name);
      config.put("connector.class", CassandraSinkConnector.class.getName());
      return config;
    }
  }
}
