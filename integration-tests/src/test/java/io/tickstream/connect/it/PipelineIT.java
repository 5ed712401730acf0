package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import io.tickstream.connect.stack.rest.ConnectRestException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The configurations of {@code config/}, each in a keyspace of its own, changed where a test needs
 * it.
 */
class PipelineIT {
  private static final int BARS = 506;
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final LocalStack stack = SharedStack.get();
  private Sandbox sandbox = new Sandbox(stack, "pipeline");

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void simulatedTradesBecomeRowsThroughAvro() throws Exception {
    sandbox = replaced("pipeline_trades");
    sandbox.deploy("simulator-trades", Map.of());
    sandbox.deploy("cassandra-trades", Map.of());

    await().atMost(LIMIT).until(() -> symbols("pipeline_trades.trades").size() == 12);

    Row row = sandbox.session().execute("SELECT * FROM pipeline_trades.trades LIMIT 1").one();
    assertThat(row.getString("provider")).isEqualTo("simulator");
    assertThat(row.getDouble("price")).isPositive();
    assertThat(row.getDouble("quantity")).isPositive();
    assertThat(row.getLocalDate("day"))
        .isEqualTo(row.getInstant("event_time").atZone(ZoneId.of("UTC")).toLocalDate());
    assertThat(row.getInstant("ingested_at")).isNotNull();
    assertThat(registry("/subjects/pipeline_trades.trades-value/versions/latest"))
        .contains("io.tickstream.market", "event_time", "ingested_at");
  }

  @Test
  void replayingAgainLeavesTheRowCountUnchanged() {
    sandbox = replaced("pipeline_again");
    String source = sandbox.deploy("replay-bars", Map.of("replay.files", bars()));
    sandbox.deploy("cassandra-bars", Map.of());
    await().atMost(LIMIT).until(() -> sandbox.count("market.bars") >= BARS);
    Row before = firstBar();

    sandbox.connect().stop(source);
    sandbox.connect().await(source, LIMIT, "stop", status -> status.state().equals("STOPPED"));
    sandbox.connect().resetOffsets(source);
    sandbox.connect().resume(source);

    await()
        .atMost(LIMIT)
        .until(
            () -> firstBar().getInstant("ingested_at").isAfter(before.getInstant("ingested_at")));
    assertThat(sandbox.count("market.bars")).isEqualTo(BARS);
  }

  @Test
  void aConnectorRestartedInMidRunLosesNoRow() {
    sandbox = replaced("pipeline_restart");
    int records = 3_000;
    String source =
        sandbox.deploy(
            "simulator-trades",
            Map.of("sim.rate", "1200", "sim.max.records", String.valueOf(records / 12)));
    String sink = sandbox.deploy("cassandra-trades", Map.of());
    await().atMost(LIMIT).until(() -> sandbox.count("market.trades") > 0);

    sandbox.connect().restart(source);
    sandbox.connect().restart(sink);

    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(sandbox.count("market.trades")).isEqualTo(records));
  }

  @Test
  void aWrongOptionIsRefusedByName() {
    assertThatThrownBy(() -> sandbox.put("wrong-source", source(Map.of("dataset", "trades"))))
        .isInstanceOfSatisfying(
            ConnectRestException.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessageContaining("dataset")
        .hasMessageContaining("trades");
    assertThatThrownBy(
            () ->
                sandbox.put(
                    "wrong-sink",
                    sandbox.configuration(
                        "cassandra-trades",
                        Map.of("topic.pipeline.trades.pipeline.trades.consistencyLevel", "MOST"))))
        .isInstanceOfSatisfying(
            ConnectRestException.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessageContaining("topic.pipeline.trades.pipeline.trades.consistencyLevel")
        .hasMessageContaining("MOST");
  }

  @Test
  void aRuleThatDoesNotParseIsRefusedWithACaretUnderTheFault() {
    assertThatThrownBy(
            () ->
                sandbox.put(
                    "wrong-rule",
                    sandbox.configuration(
                        "cassandra-trades",
                        Map.of(
                            "transforms", "check",
                            "transforms.check.type",
                                "io.tickstream.connect.transforms.Validate$Value",
                            "transforms.check.rules", "price > 0; quantity == 1"))))
        .isInstanceOfSatisfying(
            ConnectRestException.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessageContaining("for configuration rules")
        .hasMessageContaining("'==' is written '=' here")
        .hasMessageContaining("price > 0; quantity == 1\n                    ^");
  }

  @Test
  void aSinkThatToleratesErrorsWithoutADeadLetterQueueIsRefused() {
    Map<String, String> config = new TreeMap<>(sandbox.configuration("cassandra-trades", Map.of()));
    config.remove("errors.deadletterqueue.topic.name");
    assertThatThrownBy(() -> sandbox.put("no-dlq", config))
        .isInstanceOfSatisfying(
            ConnectRestException.class, e -> assertThat(e.status()).isEqualTo(400))
        .hasMessageContaining("errors.tolerance")
        .hasMessageContaining("errors.deadletterqueue.topic.name");
  }

  private Sandbox replaced(String name) {
    sandbox.close();
    return new Sandbox(stack, name).withTables();
  }

  private Map<String, String> source(Map<String, String> changes) {
    return sandbox.configuration("simulator-trades", changes);
  }

  private String bars() {
    return sandbox.config().resolve("data/AAPL-daily-2015-2017.csv").toString();
  }

  private Row firstBar() {
    return sandbox
        .session()
        .execute(
            "SELECT * FROM pipeline_again.bars WHERE symbol = 'AAPL' AND interval = '1d'"
                + " AND year = 2015 ORDER BY start_time ASC LIMIT 1")
        .one();
  }

  private List<String> symbols(String table) {
    return sandbox.session().execute("SELECT DISTINCT symbol, day FROM " + table).all().stream()
        .map(row -> row.getString(0))
        .distinct()
        .toList();
  }

  private String registry(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(stack.registryUrl() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }
}
