package io.tickstream.connect.transforms.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final List<String> QUOTES = List.of("USD", "USDT", "TUSD", "BTC", "XBT", "ZUSD");
  private static final Map<String, String> ALIASES =
      Map.of("XBT", "BTC", "xxbt", "BTC", "ZUSD", "USD", "PI_XBTUSD", "XBT/USD", "GOLD", "XAU");

  private static Spelling spelling(String format, Spelling.Case letters) {
    return new Spelling(format, "-/_", QUOTES, ALIASES, letters);
  }

  @ParameterizedTest
  @CsvSource({
    "BTCUSDT, BTC-USDT",
    "btcusdt, BTC-USDT",
    "BTC-USD, BTC-USD",
    "btc/usd, BTC-USD",
    "BTC_USD, BTC-USD",
    "' BTC-USD ', BTC-USD",
    "XBTUSD, BTC-USD",
    "XXBTZUSD, BTC-USD",
    "ETHTUSD, ETH-TUSD",
    "XBT/ZUSD, BTC-USD",
    "ETHXBT, ETH-BTC",
    "BNBBTC, BNB-BTC",
    "USDTUSD, USDT-USD",
    "PI_XBTUSD, BTC-USD",
    "gold, XAU",
    "XBT, BTC",
    "BRK-B, BRK-B",
  })
  void onePairHasOneSpelling(String symbol, String expected) {
    assertThat(spelling("{base}-{quote}", Spelling.Case.UPPER).of(symbol)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AAPL", "USD", "USDT", "", "-", "BTC-", "-USD", "A-B-C", "%TFM 1!-ICN-X"})
  void whatIsNoPairIsUnknown(String symbol) {
    assertThat(spelling("{base}-{quote}", Spelling.Case.UPPER).of(symbol)).isNull();
  }

  @Test
  void formatAndCaseAreTheUsers() {
    assertThat(spelling("{base}{quote}", Spelling.Case.LOWER).of("BTC-USD")).isEqualTo("btcusd");
    assertThat(spelling("{quote}/{base}", Spelling.Case.KEEP).of("Btc-usd")).isEqualTo("usd/Btc");
  }

  @Test
  void lettersThatGrowWhenRaisedDoNotShiftTheQuote() {
    assertThat(spelling("{base}-{quote}", Spelling.Case.KEEP).of("ßtokenUSD"))
        .isEqualTo("ßtoken-USD");
  }

  @Test
  void anOddBaseIsNotReadAsPartOfTheFormat() {
    assertThat(spelling("{base}-{quote}", Spelling.Case.KEEP).of("{quote}/USD"))
        .isEqualTo("{quote}-USD");
  }
}
