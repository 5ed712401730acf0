package io.tickstream.connect.market.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingsTest {

  private final Spellings spellings = new Spellings(List.of("aapl", "BTC-usd", "MSFT", "msft"));

  @Test
  void anAnswerIsGivenTheSpellingThatWasAskedFor() {
    assertThat(spellings.of("AAPL")).isEqualTo("aapl");
    assertThat(spellings.of("btc-USD")).isEqualTo("BTC-usd");
  }

  @Test
  void ofTwoThatDifferInLettersOnlyEachIsItself() {
    assertThat(spellings.of("MSFT")).isEqualTo("MSFT");
    assertThat(spellings.of("msft")).isEqualTo("msft");
  }

  @Test
  void whatNobodyAskedForStaysAsItIs() {
    assertThat(spellings.of("GOOG")).isEqualTo("GOOG");
  }
}
