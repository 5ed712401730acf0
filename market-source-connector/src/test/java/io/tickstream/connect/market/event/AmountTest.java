package io.tickstream.connect.market.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "0.0",
        "1",
        "-1",
        "268.91",
        "92050.00000000",
        "0.00150000",
        "-0.5",
        "007",
        "+3",
        ".5",
        "5.",
        "1e-8",
        "2.5E+3",
        "999999999999999999",
        "9999999999999999999",
        "123456789012345678901.123456789",
        "0.000000000000000001",
        "-0.00",
        "100000000000000000.1"
      })
  void everyDigitIsKept(String text) {
    Amount amount = Amount.parse(text);

    assertThat(amount.text()).isEqualTo(text);
    assertThat(amount.toBigDecimal()).isEqualTo(new BigDecimal(text));
    assertThat(amount.toDouble()).isEqualTo(Double.parseDouble(text) + 0.0);
    assertThat(amount.signum()).isEqualTo(new BigDecimal(text).signum());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-",
        ".",
        "abc",
        "1,5",
        "NaN",
        "Infinity",
        "0x10",
        "1e",
        "1e999",
        "1e999999999",
        "1d",
        "--1",
        "1.2.3",
        "1e-99",
        "١",
        "9999999999999999999999999999999"
      })
  void whatIsNotAMarketsNumberIsRefused(String text) {
    assertThatThrownBy(() -> Amount.parse(text)).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void doublesAreTheNearestOnes() {
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      Amount amount = Amount.ofScaled(random.nextLong() >> random.nextInt(60), random.nextInt(19));
      assertThat(amount.toDouble()).isEqualTo(Double.parseDouble(amount.toBigDecimal().toString()));
      assertThat(Amount.of(amount.toBigDecimal())).isEqualTo(amount);
      assertThat(amount.text()).isEqualTo(amount.toBigDecimal().toPlainString());
    }
  }

  @Test
  void aDecimalOfAnyScaleIsAnAmount() {
    assertThat(Amount.of(new BigDecimal("1E+3")).text()).isEqualTo("1E+3");
    assertThat(Amount.of(new BigDecimal("1E+3")).toDouble()).isEqualTo(1000);
    assertThatThrownBy(() -> Amount.of(new BigDecimal("1E+999999999")))
        .isInstanceOf(NumberFormatException.class);
  }
}
