package io.tickstream.connect.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Connector;
import org.apache.kafka.connect.runtime.SinkConnectorConfig;
import org.apache.kafka.connect.runtime.SourceConnectorConfig;
import org.apache.kafka.connect.runtime.isolation.LoaderSwap;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.transforms.Transformation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every configuration under {@code config}, checked by the connectors themselves. */
class ConnectorConfigIT {

  private static final Plugins PLUGINS = PluginScanIT.scan("service_load");
  private static final ComposeFile COMPOSE = new ComposeFile();

  static List<Path> files() {
    return ConfigFolder.connectors();
  }

  @ParameterizedTest
  @MethodSource("files")
  @SuppressWarnings("try") // the swap of class loaders is undone on close
  void theConnectorFindsNothingWrongWithIt(Path file) {
    Map<String, String> config = resolved(file);
    Connector connector = connector(config);

    try (LoaderSwap loader = PLUGINS.withClassLoader(connector.getClass().getClassLoader())) {
      Map<String, List<String>> errors =
          connector.validate(config).configValues().stream()
              .filter(value -> !value.errorMessages().isEmpty())
              .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
      assertThat(errors).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  @SuppressWarnings("try") // the swap of class loaders is undone on close
  void connectAcceptsItsTransformsAndItsOwnSettings(Path file) {
    Map<String, String> config = resolved(file);
    boolean source = connector(config) instanceof SourceConnector;

    try (LoaderSwap loader = PLUGINS.withClassLoader(PLUGINS.delegatingLoader())) {
      assertThatCode(
              () -> {
                if (source) {
                  new SourceConnectorConfig(PLUGINS, config, true);
                } else {
                  new SinkConnectorConfig(PLUGINS, config);
                }
              })
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void itsTransformsTakeTheirSettings(Path file) {
    Map<String, String> config = resolved(file);

    for (String alias : aliases(config)) {
      String prefix = "transforms." + alias + ".";
      Map<String, String> settings = new LinkedHashMap<>();
      config.forEach(
          (key, value) -> {
            if (key.startsWith(prefix) && !key.equals(prefix + "type")) {
              settings.put(key.substring(prefix.length()), value);
            }
          });
      assertThatCode(() -> transformation(config.get(prefix + "type")).configure(settings))
          .as(alias)
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aSourceDropsNoRecordAndASinkKeepsWhatItCannotWrite(Path file) {
    Map<String, String> config = ConfigFolder.connector(file);

    if (connector(config) instanceof SourceConnector) {
      assertThat(config).containsEntry("errors.tolerance", "none");
    } else if (config.getOrDefault("errors.tolerance", "none").equals("all")) {
      assertThat(config).containsKey("errors.deadletterqueue.topic.name");
    }
  }

  private static List<String> aliases(Map<String, String> config) {
    return Arrays.stream(config.getOrDefault("transforms", "").split(",", -1))
        .map(String::strip)
        .filter(alias -> !alias.isEmpty())
        .toList();
  }

  private static Transformation<?> transformation(String type) throws Exception {
    return (Transformation<?>) PLUGINS.newPlugin(type, null);
  }

  private static Connector connector(Map<String, String> config) {
    return PLUGINS.newConnector(config.get("connector.class"));
  }

  /**
   * The configuration with the values that Compose gives the worker, but for this machine's files.
   * Confluent's converter is no part of this build and is left out.
   */
  private static Map<String, String> resolved(Path file) {
    Map<String, String> environment = new LinkedHashMap<>(COMPOSE.environment("connect"));
    environment.put("STOCKDATA_API_TOKEN", "a-token");
    environment.put("TICKSTREAM_DATA_DIR", ConfigFolder.CONFIG.resolve("data").toString());
    Map<String, String> config = new LinkedHashMap<>();
    config.put("name", file.getFileName().toString().replace(".json", ""));
    ConfigFolder.connector(file)
        .forEach(
            (key, value) -> {
              if (!config.containsKey(key) && !key.startsWith("value.converter")) {
                String text = value;
                for (Map.Entry<String, String> variable : environment.entrySet()) {
                  text = text.replace("${env:" + variable.getKey() + "}", variable.getValue());
                }
                config.put(key, text);
              }
            });
    return config;
  }
}
