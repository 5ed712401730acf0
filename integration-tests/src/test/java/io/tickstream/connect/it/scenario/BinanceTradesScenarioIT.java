package io.tickstream.connect.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.datastax.oss.driver.api.core.type.DataTypes;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pauses its source and looks at what is there. */
class BinanceTradesScenarioIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ENOUGH = 200;

  private static DeployedScenario scenario;
  private static List<ConsumerRecord<String, byte[]>> trades;
  private static List<ConsumerRecord<String, byte[]>> letters;

  @BeforeAll
  static void start() {
    scenario = DeployedScenario.start("binance-trades");
    scenario.topic("trades").awaitRecords(ENOUGH);
    scenario.connect().stop("trades");
    scenario
        .connect()
        .await(
            "trades", DeployedScenario.LIMIT, "stop", status -> status.state().equals("STOPPED"));
    // A task's last transaction may become visible after the connector is said to be stopped.
    awaitEveryTradeSomewhere();
    trades = scenario.topic("trades").records();
    letters = scenario.topic("dlq.trades").records();
  }

  private static void awaitEveryTradeSomewhere() {
    Awaitility.await()
        .atMost(DeployedScenario.LIMIT)
        .during(Duration.ofSeconds(2))
        .until(
            () ->
                count() + refused(scenario.topic("dlq.trades").records())
                    == scenario.topic("trades").records().size());
  }

  /** How many trades the letters are about. */
  private static long refused(List<ConsumerRecord<String, byte[]>> letters) {
    return letters.stream().map(Topic::origin).distinct().count();
  }

  @AfterAll
  static void stop() {
    scenario.close();
  }

  @Test
  void aTradeHasTheElevenFieldsAndItsPricesAsText() throws Exception {
    JsonNode trade = JSON.readTree(trades.get(0).value());

    assertThat(trade.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("e", "E", "s", "t", "p", "q", "b", "a", "T", "m", "M");
    assertThat(trade.get("p").isTextual()).isTrue();
  }

  @Test
  void theThreePartitionsAreKeyedBySymbol() {
    Map<String, Set<Integer>> partitions = new HashMap<>();
    trades.forEach(
        trade ->
            partitions.computeIfAbsent(trade.key(), key -> new TreeSet<>()).add(trade.partition()));

    assertThat(partitions).containsOnlyKeys("BNBBTC", "BNBUSDT", "BTCUSDT");
    assertThat(partitions.values()).allMatch(each -> each.size() == 1);
  }

  @Test
  void everyTradeIsARowOrADeadLetterAndNeverBoth() {
    assertThat(letters).isNotEmpty();
    assertThat(count() + refused(letters)).isEqualTo(trades.size());
  }

  @Test
  void aDeadLetterNamesTheRuleItBreaks() {
    // The simulator's malformed trades have a negative price.
    assertThat(letters)
        .isNotEmpty()
        .allSatisfy(letter -> assertThat(Topic.reason(letter)).contains("p > 0"));
  }

  @Test
  void theSinkCreatesKeyspaceAndTableWithDecimalsAndAKey() {
    var table =
        scenario
            .session()
            .refreshSchema()
            .getKeyspace("trades")
            .orElseThrow()
            .getTable("binance")
            .orElseThrow();

    assertThat(table.getPrimaryKey())
        .extracting(column -> column.getName().asInternal())
        .containsExactly("symbol", "trade_time", "trade_id");
    assertThat(table.getColumn("price").orElseThrow().getType()).isEqualTo(DataTypes.DECIMAL);
    assertThat(table.getColumn("trade_id").orElseThrow().getType()).isEqualTo(DataTypes.BIGINT);
  }

  @Test
  void fieldsWhoseNamesDifferOnlyInCaseReachTheirOwnColumns() throws Exception {
    ConsumerRecord<String, byte[]> record =
        trades.stream().filter(each -> isRow(each)).findFirst().orElseThrow();
    JsonNode trade = JSON.readTree(record.value());
    var row =
        scenario
            .session()
            .execute(
                "SELECT * FROM trades.binance WHERE symbol = ? AND trade_time = ? AND trade_id = ?",
                trade.get("s").asText(),
                trade.get("T").asLong(),
                trade.get("t").asLong())
            .one();

    assertThat(row.getString("event_type")).isEqualTo(trade.get("e").asText());
    assertThat(row.getLong("event_time")).isEqualTo(trade.get("E").asLong());
    assertThat(row.getBoolean("is_buyer_maker")).isEqualTo(trade.get("m").asBoolean());
    assertThat(row.getBoolean("ignore_in_price")).isEqualTo(trade.get("M").asBoolean());
    assertThat(row.getBigDecimal("price"))
        .isEqualByComparingTo(new BigDecimal(trade.get("p").asText()));
  }

  @Test
  void aReplayOfTheWholeTopicLeavesTheCountUnchanged() {
    long before = count();
    int lettersBefore = scenario.topic("dlq.trades").records().size();
    scenario.connect().stop("trades-sink");
    scenario
        .connect()
        .await(
            "trades-sink", DeployedScenario.LIMIT, "stop", each -> each.state().equals("STOPPED"));
    scenario.connect().resetOffsets("trades-sink");
    scenario.connect().resume("trades-sink");

    // The replay has been through the whole topic when each bad trade is there once more.
    Awaitility.await()
        .atMost(DeployedScenario.LIMIT.plus(Duration.ofSeconds(30)))
        .until(
            () -> scenario.topic("dlq.trades").records().size() >= lettersBefore + letters.size());
    assertThat(count()).isEqualTo(before);
  }

  private static boolean isRow(ConsumerRecord<String, byte[]> trade) {
    return letters.stream().noneMatch(letter -> Arrays.equals(letter.value(), trade.value()));
  }

  private static long count() {
    return scenario
            .session()
            .refreshSchema()
            .getKeyspace("trades")
            .flatMap(keyspace -> keyspace.getTable("binance"))
            .isEmpty()
        ? 0
        : scenario.session().execute("SELECT COUNT(*) FROM trades.binance").one().getLong(0);
  }
}
