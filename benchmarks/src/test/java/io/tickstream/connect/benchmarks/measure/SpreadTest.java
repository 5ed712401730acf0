package io.tickstream.connect.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void medianOfAnOddCountIsTheMiddleValue() {
    Spread spread = Spread.of(List.of(9.0, 1.0, 5.0));

    assertThat(spread.median()).isEqualTo(5);
    assertThat(spread.min()).isEqualTo(1);
    assertThat(spread.max()).isEqualTo(9);
  }

  @Test
  void valuesStayInTheOrderOfTheirRounds() {
    assertThat(Spread.of(List.of(9.0, 1.0, 5.0)).values()).containsExactly(9.0, 1.0, 5.0);
  }

  @Test
  void medianOfAnEvenCountLiesBetweenTheMiddleValues() {
    assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
  }

  @Test
  void noRepetitionIsNoResult() {
    assertThatThrownBy(() -> Spread.of(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void quantilesInterpolateBetweenNeighbours() {
    List<Double> values = List.of(40.0, 10.0, 20.0, 30.0, 50.0);

    assertThat(Spread.quantile(values, 0.5)).isEqualTo(30);
    assertThat(Spread.quantile(values, 0.9)).isEqualTo(46);
    assertThat(Spread.quantile(values, 1)).isEqualTo(50);
  }
}
