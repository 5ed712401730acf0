package io.tickstream.connect.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tickstream.connect.stack.scenario.AnswerServer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StockApiScenarioIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String KEY = "not-a-secret-but-treated-as-one";
  private static final String DAY = "2026-01-14";

  private static AnswerServer api;
  private static DeployedScenario scenario;
  private static JsonNode answer;

  @BeforeAll
  static void start() throws IOException {
    api = AnswerServer.serve(DeployedScenario.ALL.resolve("stock-api/http"));
    scenario =
        DeployedScenario.start(
            "stock-api",
            Map.of("STOCKDATA_BASE_URL", api.address() + "/v1", "STOCKDATA_API_TOKEN", KEY));
    answer = JSON.readTree(scenario.file("http/v1/data/quote").toFile());
  }

  @AfterAll
  static void stop() {
    scenario.close();
    api.close();
  }

  @Test
  void everyTickerOfAnAnswerIsARowOfItsDay() {
    Map<String, Double> expected = prices();

    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .untilAsserted(
            () ->
                assertThat(prices("SELECT * FROM stocks.quotes WHERE day = ?"))
                    .isEqualTo(expected));
    for (Row row : rows("SELECT * FROM stocks.quotes WHERE day = ?")) {
      JsonNode quote = quote(row.getString("ticker"));
      assertThat(row.getDouble("week_52_high")).isEqualTo(quote.get("52_week_high").asDouble());
      assertThat(row.isNull("market_cap")).isEqualTo(quote.get("market_cap").isNull());
    }
  }

  @Test
  void onlyPricesAbove170ReachTheDerivedTopicAndItsTable() {
    Map<String, Double> high = new TreeMap<>(prices());
    high.values().removeIf(price -> price <= 170);

    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .untilAsserted(
            () ->
                assertThat(prices("SELECT * FROM stocks.high_price_stocks WHERE day = ?"))
                    .isEqualTo(high));
    assertThat(scenario.topic("high_price_stocks").records())
        .extracting(record -> record.key())
        .isSubsetOf(high.keySet());
  }

  @Test
  void oneQueryGivesTheAverageOfEveryTicker() {
    Map<String, Double> expected = prices();
    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .until(() -> prices("SELECT * FROM stocks.quotes WHERE day = ?").equals(expected));

    List<Row> averages =
        rows(
            "SELECT ticker, AVG(price) AS average FROM stocks.quotes WHERE day = ? GROUP BY ticker");
    assertThat(averages).hasSameSizeAs(expected.keySet());
    averages.forEach(
        row ->
            assertThat(row.getDouble("average"))
                .isCloseTo(expected.get(row.getString("ticker")), within(1e-9)));
  }

  @Test
  void theAnswerIsKeptWholeAsText() throws IOException {
    Row document = awaitRow("SELECT * FROM stocks.documents");
    ObjectNode kept = (ObjectNode) JSON.readTree(document.getString("document"));

    assertThat(document.getInt("requested")).isEqualTo(3);
    assertThat(kept.remove("timestamp_utc").asText())
        .isEqualTo(document.getInstant("received_at").toString());
    assertThat(kept).isEqualTo(answer);
  }

  @Test
  void theEnvelopeGivesOneRowPerTickerInTheSink() {
    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .untilAsserted(
            () ->
                assertThat(
                        scenario
                            .session()
                            .execute("SELECT ticker, week_52_high FROM stocks.document_quotes")
                            .map(row -> row.getString(0) + " " + row.getDouble(1))
                            .all())
                    .containsExactlyInAnyOrderElementsOf(
                        answer
                            .get("data")
                            .valueStream()
                            .map(
                                each ->
                                    each.get("ticker").asText()
                                        + " "
                                        + each.get("52_week_high").asDouble())
                            .toList()));
  }

  @Test
  void theKeyIsInNoRecord() {
    awaitRow("SELECT * FROM stocks.documents");

    for (String topic : List.of("stock-quotes", "api-data", "high_price_stocks")) {
      assertThat(scenario.topic(topic).awaitRecords(1))
          .noneMatch(record -> Topic.text(record).contains(KEY));
    }
  }

  @Test
  void theKeyIsInNoLogOrStatus() {
    awaitRow("SELECT * FROM stocks.documents");

    assertThat(scenario.stack().worker(1).logFile()).content().doesNotContain(KEY);
    for (String connector : List.of("stock-quotes", "high-price-stocks", "stock-documents")) {
      assertThat(scenario.connect().status(connector).toString()).doesNotContain(KEY);
    }
  }

  private static Row awaitRow(String query) {
    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .until(() -> scenario.session().execute(query).one() != null);
    return scenario.session().execute(query).one();
  }

  private static Map<String, Double> prices() {
    Map<String, Double> prices = new TreeMap<>();
    answer
        .get("data")
        .forEach(quote -> prices.put(quote.get("ticker").asText(), quote.get("price").asDouble()));
    return prices;
  }

  private static Map<String, Double> prices(String query) {
    Map<String, Double> prices = new TreeMap<>();
    rows(query).forEach(row -> prices.put(row.getString("ticker"), row.getDouble("price")));
    return prices;
  }

  private static List<Row> rows(String query) {
    return scenario.session().execute(query, LocalDate.parse(DAY)).all();
  }

  private static JsonNode quote(String ticker) {
    return answer
        .get("data")
        .valueStream()
        .filter(each -> each.get("ticker").asText().equals(ticker))
        .findFirst()
        .orElseThrow();
  }
}
