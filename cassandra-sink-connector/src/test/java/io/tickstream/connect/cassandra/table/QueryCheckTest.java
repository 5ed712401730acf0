package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.TableSettings;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class QueryCheckTest {

  @Test
  void everyMarkerThatNothingIsMappedToIsNamed() {
    assertThatThrownBy(() -> check("k=key, price=value.price", "k", "size", "price", "side"))
        .isInstanceOf(ConfigException.class)
        .hasMessage(
            "topic.t.ks.t.query: nothing is mapped to size, side; the mapping fills k, price");
  }

  @Test
  void theWriteTimeIsTheRecordsUnlessMapped() {
    check("k=key", "k", "[timestamp]");
  }

  @Test
  void aTimeToLiveHasToBeMapped() {
    check("k=key, __ttl=value.seconds", "k", "[ttl]");
    assertThatThrownBy(() -> check("k=key", "k", "[ttl]")).hasMessageContaining("mapped to [ttl];");
  }

  private static void check(String mapping, String... markers) {
    TableSettings settings = settings(mapping);
    RowStatement query =
        new RowStatement(
            "ks.t",
            Stream.of(markers)
                .map(name -> new RowStatement.Variable(name, DataTypes.TEXT))
                .toList(),
            List.of(),
            Nature.upsert(false, true),
            DefaultConsistencyLevel.LOCAL_ONE,
            null);
    assertThat(QueryCheck.checked(settings, query)).isSameAs(query);
  }

  private static TableSettings settings(String mapping) {
    return SinkSettings.of(
            Map.of(
                "topics",
                "t",
                "topic.t.ks.t.mapping",
                mapping,
                "topic.t.ks.t.query",
                "UPDATE ks.t SET v = :v WHERE k = :k",
                "topic.t.ks.t.deletesEnabled",
                "false"))
        .topics()
        .get("t")
        .tables()
        .get(0);
  }
}
