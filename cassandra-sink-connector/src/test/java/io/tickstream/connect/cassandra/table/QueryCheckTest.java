package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DefaultConsistencyLevel;
import com.datastax.oss.driver.api.core.ProtocolVersion;
import com.datastax.oss.driver.api.core.type.DataTypes;
import io.tickstream.connect.cassandra.codec.CodecSettings;
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

  @Test
  void everyMarkerOfANameIsFilled() {
    TableSettings settings = settings("k=key, v=value.v, __ttl=value.ttl");
    RowStatement batch =
        statement("[timestamp]", "[ttl]", "k", "v", "__timestamp", "__ttl", "k", "v");
    TableTarget target =
        new TableTarget(
            settings,
            TradesTable.LAYOUT,
            CodecSettings.defaults(),
            ProtocolVersion.V5,
            QueryCheck.checked(settings, batch),
            null);
    Row row = TradesTable.rows(target, TradesTable.record("a", Map.of("v", "b", "ttl", 60))).get(0);
    for (int i = 0; i < 4; i++) {
      assertThat(row.value(i + 4)).as("marker %s", i + 4).isNotNull().isEqualTo(row.value(i));
    }
    assertThat(row.value(4).getLong(0)).isEqualTo(7);
    assertThat(row.value(5).getInt(0)).isEqualTo(60);
  }

  @Test
  void theNamesOfTheDataStaxSinkAreKnown() {
    check("k=key", "k", "kafka_internal_timestamp");
    check("k=key", "k", "message_internal_timestamp");
    check("k=key, __ttl=value.seconds", "k", "kafka_internal_ttl");
    check("k=key, __ttl=value.seconds", "k", "message_internal_ttl");
  }

  private static void check(String mapping, String... markers) {
    TableSettings settings = settings(mapping);
    RowStatement query = statement(markers);
    assertThat(QueryCheck.checked(settings, query)).isSameAs(query);
  }

  private static RowStatement statement(String... markers) {
    return new RowStatement(
        "ks.t",
        Stream.of(markers).map(name -> new RowStatement.Variable(name, DataTypes.TEXT)).toList(),
        List.of(),
        Nature.upsert(false, true),
        DefaultConsistencyLevel.LOCAL_ONE,
        null);
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
