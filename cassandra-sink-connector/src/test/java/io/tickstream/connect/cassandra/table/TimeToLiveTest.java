package io.tickstream.connect.cassandra.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long rows live; Cassandra knows whole seconds only, and 0 as for ever. */
class TimeToLiveTest {

  @ParameterizedTest
  @CsvSource({
    "0, MILLISECONDS, 0",
    "1, NANOSECONDS, 1",
    "500, MILLISECONDS, 1",
    "1000, MILLISECONDS, 1",
    "1001, MILLISECONDS, 2",
    "90, SECONDS, 90",
    "2, DAYS, 172800"
  })
  void whatIsConfiguredOrMappedIsRoundedUpToSeconds(int ttl, String unit, int seconds) {
    String query =
        new StatementTexts(
                TradesTable.settings(
                    "k=key.k, price=value.price", "ttl", "" + ttl, "ttlTimeUnit", unit),
                TradesTable.LAYOUT)
            .upsert();
    assertThat(query).endsWith(" AND TTL " + seconds);
    assertThat(mapped(ttl, unit)).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(longs = {-400, -1, 630_720_000_001L, Long.MAX_VALUE})
  void whatCassandraDoesNotTakeIsADataError(long ttl) {
    assertThatThrownBy(() -> mapped(ttl, "MILLISECONDS"))
        .isInstanceOf(BindException.class)
        .hasMessage("__ttl: a TTL must be between 0 and 630720000 seconds");
  }

  private static int mapped(long ttl, String unit) {
    TableTarget target =
        TradesTable.target("k=key.k, price=value.price, __ttl=value.left", "ttlTimeUnit", unit);
    List<Row> rows =
        TradesTable.rows(target, TradesTable.record(Map.of("price", 1.5, "left", ttl)));
    Row row = rows.get(0);
    return row.value(row.size() - 1).getInt(0);
  }
}
