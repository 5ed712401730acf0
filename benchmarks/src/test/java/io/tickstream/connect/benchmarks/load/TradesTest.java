package io.tickstream.connect.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.data.Timestamp;
import org.junit.jupiter.api.Test;

class TradesTest {

  private final Trades trades = new Trades();

  private static Trade trade(String symbol, int number) {
    return trade(symbol, number, 1_000, 10.5);
  }

  private static Trade trade(String symbol, int number, long timeMs, double price) {
    return new Trade(symbol, number, timeMs, price, 100, "buy", false);
  }

  @Test
  void theNumbersOfEachSymbolMayComeInAnyOrder() {
    trades.add(trade("A", 2));
    trades.add(trade("B", 1));
    trades.add(trade("A", 1));
    assertThat(trades.problem()).isNull();
  }

  @Test
  void aMissingNumberIsTold() {
    trades.add(trade("A", 1));
    trades.add(trade("B", 1));
    trades.add(trade("B", 3));
    assertThat(trades.problem()).isEqualTo("B has no trade 2");
  }

  @Test
  void aNumberThatComesTwiceIsToldAndCountsOnce() {
    trades.add(trade("A", 1));
    trades.add(trade("A", 1));
    trades.add(trade("B", 1));
    assertThat(trades.problem()).isEqualTo("A has trade 1 twice");
    assertThat(trades.count("A")).isEqualTo(1);
    assertThat(trades.count("C")).isZero();
    assertThat(trades.total()).isEqualTo(2);
  }

  @Test
  void aNumberBelowOneIsTold() {
    trades.add(trade("A", 0));
    assertThat(trades.problem()).isEqualTo("A has a trade 0");
    trades.add(trade("A", -1));
    assertThat(trades.problem()).isEqualTo("A has a trade 0");
  }

  @Test
  void timesThatGoBackAreToldOfOneSymbolOnly() {
    trades.add(trade("A", 1, 1_001, 10.5));
    trades.add(trade("B", 1, 1_000, 10.5));
    assertThat(trades.problem()).isNull();
    trades.add(trade("A", 2, 1_000, 10.5));
    assertThat(trades.problem())
        .isEqualTo("A has trade 2 before the time of one that came earlier");
  }

  @Test
  void aPriceThatIsNoneIsTold() {
    trades.add(trade("A", 1, 1_000, 0));
    assertThat(trades.problem()).isEqualTo("A has trade 1 of 100.0 at 0.0");
  }

  @Test
  void theSameTradesAtOtherTimesAreNoDifference() {
    Trades expected = new Trades();
    trades.add(trade("A", 1, 1_000, 10.5));
    expected.add(trade("A", 1, 2_000, 10.5));
    assertThat(trades.difference(expected)).isNull();
  }

  @Test
  void anotherPriceIsADifference() {
    Trades expected = new Trades();
    trades.add(trade("A", 1, 1_000, 10.5));
    expected.add(trade("A", 1, 1_000, 10.51));
    assertThat(trades.difference(expected)).isEqualTo("A has other trades than it should have");
  }

  @Test
  void aSymbolTooFewOrTooManyIsADifference() {
    Trades expected = new Trades();
    trades.add(trade("A", 1));
    assertThat(trades.difference(expected)).isEqualTo("A should have no trades");
    expected.add(trade("A", 1));
    expected.add(trade("B", 1));
    assertThat(trades.difference(expected)).isEqualTo("B has no trades");
  }

  @Test
  void aTradeIsReadFromStructAndMap() {
    Schema schema =
        SchemaBuilder.struct()
            .field("symbol", Schema.STRING_SCHEMA)
            .field("trade_id", Schema.STRING_SCHEMA)
            .field("event_time", Timestamp.SCHEMA)
            .field("price", Schema.FLOAT64_SCHEMA)
            .field("quantity", Schema.FLOAT64_SCHEMA)
            .field("side", Schema.OPTIONAL_STRING_SCHEMA)
            .field("buyer_maker", Schema.OPTIONAL_BOOLEAN_SCHEMA)
            .build();
    Struct struct =
        new Struct(schema)
            .put("symbol", "A")
            .put("trade_id", "7")
            .put("event_time", new Date(1_000))
            .put("price", 10.5)
            .put("quantity", 100.0)
            .put("side", "buy")
            .put("buyer_maker", false);
    Map<String, Object> map =
        Map.of(
            "symbol",
            "A",
            "trade_id",
            "7",
            "event_time",
            1_000L,
            "price",
            10.5,
            "quantity",
            100.0,
            "side",
            "buy",
            "buyer_maker",
            false);

    assertThat(Trade.of(struct)).isEqualTo(trade("A", 7)).isEqualTo(Trade.of(map));
    assertThatThrownBy(() -> Trade.of(struct.put("side", null))).hasMessage("a trade has no side");
  }
}
