package io.tickstream.connect.benchmarks.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.benchmarks.load.Table;
import io.tickstream.connect.cassandra.CassandraSinkConnector;
import io.tickstream.connect.cassandra.settings.UnknownKeys;
import io.tickstream.connect.stack.Installation;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The variants of our own sink in {@code benchmarks/contestants/}. */
class ContestantFilesTest {

  private static Map<String, String> file(String name) throws IOException {
    return Contestants.config(
        Installation.find().root().resolve("benchmarks/contestants").resolve(name + ".json"));
  }

  @Test
  void theyAreOurSinkButForWhatTheyAreNamedAfter() throws IOException {
    Map<String, String> smallCaches = new HashMap<>(Contestants.builtIn("tickstream-sink"));
    smallCaches.put("value.converter.schemas.cache.config", "100");
    smallCaches.put("value.converter.max.schemas.per.subject", "100");
    Map<String, String> rows100 = new HashMap<>(Contestants.builtIn("tickstream-sink"));
    rows100.put("maxNumberOfRecordsInBatch", "100");

    assertThat(file("small-caches")).isEqualTo(smallCaches);
    assertThat(file("rows-100")).isEqualTo(rows100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"small-caches", "rows-100"})
  void ourSinkTakesThem(String name) throws IOException {
    Placeholders values =
        new Placeholders(
            Map.of(
                "topic", "ticks-1000000",
                "table", "benchmarks.ticks",
                "mapping", Table.mapping(4),
                "cassandra.host", "127.0.0.1",
                "cassandra.port", "9042",
                "cassandra.dc", "datacenter1"));
    Map<String, String> config = new TreeMap<>(values.fill(file(name)));
    config.put("name", name);
    config.put("topics", "ticks-1000000");

    assertThat(new CassandraSinkConnector().validate(config).configValues())
        .flatExtracting(ConfigValue::errorMessages)
        .isEmpty();
    assertThat(UnknownKeys.in(config)).isEmpty();
  }
}
