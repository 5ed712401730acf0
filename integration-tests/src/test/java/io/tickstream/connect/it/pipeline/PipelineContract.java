package io.tickstream.connect.it.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.stack.rest.ConnectClient;
import io.tickstream.connect.stack.rest.ConnectorStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What the shipped configurations do, wherever they run. A subclass has put them and created the
 * tables.
 */
abstract class PipelineContract {

  static final List<String> CONNECTORS =
      List.of("simulator-trades", "replay-bars", "cassandra-trades", "cassandra-bars");

  private static final Duration LIMIT = Duration.ofMinutes(2);

  abstract ConnectClient connect();

  abstract CqlSession session();

  @Test
  void everyConnectorRuns() {
    for (String name : CONNECTORS) {
      ConnectorStatus status = connect().awaitRunning(name, LIMIT);
      assertThat(status.isRunning()).as(name).isTrue();
    }
  }

  @Test
  void theReplayWritesEveryBarOfTheFileOnceWithItsValues() {
    List<String> expected =
        Repository.dailyBars().stream()
            .map(line -> line[0] + numbers(line[1], line[2], line[3], line[4], line[5]))
            .toList();

    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(bars()).containsExactlyElementsOf(expected));
  }

  @Test
  void simulatedTradesOfEverySymbolKeepArriving() {
    List<String> symbols = List.of(connect().config("simulator-trades").get("symbols").split(","));

    Awaitility.await()
        .atMost(LIMIT)
        .untilAsserted(
            () ->
                assertThat(
                        session()
                            .execute("SELECT DISTINCT symbol, day FROM market.trades")
                            .map(row -> row.getString(0))
                            .all())
                    .containsAll(symbols));
    long before = trades();
    Awaitility.await().atMost(LIMIT).until(() -> trades() > before);
  }

  @Test
  void everyTradeSaysWhenItCameIn() {
    Awaitility.await().atMost(LIMIT).until(() -> trades() > 0);

    assertThat(session().execute("SELECT ingested_at, latency_ms FROM market.trades LIMIT 100"))
        .allSatisfy(
            row -> {
              assertThat(row.isNull("ingested_at")).isFalse();
              assertThat(row.getLong("latency_ms")).isBetween(-1_000L, LIMIT.toMillis());
            });
  }

  private List<String> bars() {
    List<String> lines = new ArrayList<>();
    for (int year : List.of(2015, 2016, 2017)) {
      for (Row row :
          session()
              .execute(
                  "SELECT * FROM market.bars WHERE symbol = 'AAPL' AND interval = '1d'"
                      + " AND year = ? ORDER BY start_time ASC",
                  year)) {
        lines.add(
            row.getInstant("start_time").toString().substring(0, "2015-02-17".length())
                + numbers(
                    row.getDouble("open"),
                    row.getDouble("high"),
                    row.getDouble("low"),
                    row.getDouble("close"),
                    row.getDouble("volume")));
      }
    }
    return lines;
  }

  private static String numbers(Object... values) {
    StringBuilder text = new StringBuilder();
    for (Object value : values) {
      text.append(' ').append(Double.parseDouble(value.toString()));
    }
    return text.toString();
  }

  private long trades() {
    return session().execute("SELECT COUNT(*) FROM market.trades").one().getLong(0);
  }
}
