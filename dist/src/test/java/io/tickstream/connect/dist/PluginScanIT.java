package io.tickstream.connect.dist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.isolation.PluginDesc;
import org.apache.kafka.connect.runtime.isolation.Plugins;
import org.junit.jupiter.api.Test;

/** The unpacked archives as a worker's {@code plugin.path}, scanned by Connect itself. */
class PluginScanIT {

  private static final Plugins PLUGINS = scan("service_load");

  @Test
  void serviceLoadFindsTheSourceConnector() {
    assertThat(ours(PLUGINS.sourceConnectors()))
        .containsExactly(
            Map.entry(
                "io.tickstream.connect.market.MarketSourceConnector",
                "tickstream-market-source-" + Component.VERSION));
  }

  @Test
  void serviceLoadFindsTheSinkConnector() {
    assertThat(ours(PLUGINS.sinkConnectors()))
        .containsExactly(
            Map.entry(
                "io.tickstream.connect.cassandra.CassandraSinkConnector",
                "tickstream-cassandra-sink-" + Component.VERSION));
  }

  @Test
  void serviceLoadFindsTheTransforms() {
    assertThat(ours(PLUGINS.transformations()))
        .containsOnlyKeys(
            "io.tickstream.connect.transforms.InsertTimestamps$Key",
            "io.tickstream.connect.transforms.InsertTimestamps$Value",
            "io.tickstream.connect.transforms.NormalizeSymbol$Key",
            "io.tickstream.connect.transforms.NormalizeSymbol$Value",
            "io.tickstream.connect.transforms.ParseDecimal$Key",
            "io.tickstream.connect.transforms.ParseDecimal$Value",
            "io.tickstream.connect.transforms.SetRecordTimestamp$Key",
            "io.tickstream.connect.transforms.SetRecordTimestamp$Value",
            "io.tickstream.connect.transforms.TimeBucket$Key",
            "io.tickstream.connect.transforms.TimeBucket$Value",
            "io.tickstream.connect.transforms.Validate$Key",
            "io.tickstream.connect.transforms.Validate$Value")
        .containsValue("tickstream-transforms-" + Component.VERSION);
  }

  @Test
  void serviceLoadFindsThePredicates() {
    assertThat(ours(PLUGINS.predicates()))
        .containsOnlyKeys(
            "io.tickstream.connect.transforms.EventTimeLag$Key",
            "io.tickstream.connect.transforms.EventTimeLag$Value",
            "io.tickstream.connect.transforms.FieldMatches$Key",
            "io.tickstream.connect.transforms.FieldMatches$Value");
  }

  @Test
  void everyPluginTellsItsVersion() {
    assertThat(
            Stream.of(PLUGINS.connectors(), PLUGINS.transformations(), PLUGINS.predicates())
                .flatMap(Set::stream)
                .filter(plugin -> plugin.className().startsWith("io.tickstream.")))
        .isNotEmpty()
        .allMatch(plugin -> plugin.version().equals(Component.VERSION));
  }

  @Test
  void noPluginIsWithoutAManifest() {
    assertThatCode(() -> scan("hybrid_fail")).doesNotThrowAnyException();
  }

  static Plugins scan(String discovery) {
    return new Plugins(
        Map.of(
            "plugin.path",
            Component.PLUGINS.toAbsolutePath().toString(),
            "plugin.discovery",
            discovery));
  }

  /** Our classes, each with the name of the folder it was found in. */
  private static Map<String, String> ours(Set<? extends PluginDesc<?>> found) {
    return found.stream()
        .filter(plugin -> plugin.className().startsWith("io.tickstream."))
        .collect(Collectors.toMap(PluginDesc::className, plugin -> folder(plugin.location())));
  }

  private static String folder(String location) {
    return Path.of(URI.create(location.startsWith("file:") ? location : "file:" + location))
        .getFileName()
        .toString();
  }
}
