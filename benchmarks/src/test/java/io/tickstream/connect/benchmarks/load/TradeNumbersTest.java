package io.tickstream.connect.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TradeNumbersTest {
  private final TradeNumbers numbers = new TradeNumbers();

  @Test
  void theNumbersOfEachSymbolMayComeInAnyOrder() {
    numbers.add("A", 2);
    numbers.add("B", 1);
    numbers.add("A", 1);
    assertThat(numbers.problem()).isNull();
  }

  @Test
  void aMissingNumberIsTold() {
    numbers.add("A", 1);
    numbers.add("B", 1);
    numbers.add("B", 3);
    assertThat(numbers.problem()).isEqualTo("B has no trade 2");
  }

  @Test
  void aNumberThatComesTwiceIsTold() {
    numbers.add("A", 1);
    numbers.add("A", 1);
    assertThat(numbers.problem()).isEqualTo("A has trade 1 twice");
  }

  @Test
  void aNumberBelowOneIsTold() {
    numbers.add("A", 0);
    assertThat(numbers.problem()).isEqualTo("A has a trade 0");
  }
}
