package io.tickstream.connect.market.provider.http;

import static io.tickstream.connect.market.event.Dataset.TRADE;
import static io.tickstream.connect.market.provider.Probe.events;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whichever way an answer lists its trades, they come oldest first. */
class ListedOrderTest {

  private static final String[] FIELDS = {
    "json.time.format", "s",
    "json.field.time", "/0",
    "json.field.price", "/1",
    "json.field.quantity", "/1"
  };

  private static Probe probe(List<String> symbols, String... more) {
    List<String> options = new ArrayList<>(List.of(FIELDS));
    options.addAll(List.of(more));
    return Configured.options(TRADE, symbols, options.toArray(String[]::new));
  }

  private static List<String> ids(Page page) {
    return events(page, Trade.class).stream().map(Trade::id).toList();
  }

  private final Probe named = probe(List.of("X"), "json.field.id", "/2");

  private final Probe numbered =
      probe(List.of("X"), "json.field.id", "/2", "json.ids.sequential", "true");

  private final Probe nameless = probe(List.of("X"));

  @Test
  void tradesListedNewestFirstAreTurnedRoundWithinATimeToo() {
    assertThat(ids(named.page("[[7,1,\"e\"],[6,1,\"d\"],[6,1,\"c\"],[6,1,\"b\"],[5,1,\"a\"]]")))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void tradesListedOldestFirstStayAsTheyAreThoughOneIsLate() {
    assertThat(ids(named.page("[[5,1,\"b\"],[4,1,\"a\"],[6,1,\"c\"],[6,1,\"d\"],[7,1,\"e\"]]")))
        .containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void whereAllTradesAreOfOneTimeTheirNumbersTell() {
    assertThat(ids(named.page("[[6,1,1000],[6,1,999],[6,1,998]]")))
        .containsExactly("998", "999", "1000");
    assertThat(ids(named.page("[[6,1,\"c\"],[6,1,\"a\"]]")))
        .as("ids that are no numbers tell nothing")
        .containsExactly("c", "a");
  }

  @Test
  void symbolsListedOneAfterTheOtherAreEachTurnedRound() {
    Probe two = probe(List.of("X", "Y"), "json.field.id", "/2", "json.field.symbol", "/3");

    assertThat(
            ids(
                two.page(
                    "[[5,1,\"x2\",\"X\"],[5,1,\"x1\",\"X\"],[4,1,\"x0\",\"X\"],"
                        + "[9,1,\"y2\",\"Y\"],[9,1,\"y1\",\"Y\"],[8,1,\"y0\",\"Y\"]]")))
        .containsExactly("x0", "x1", "x2", "y0", "y1", "y2");
  }

  @Test
  void idsThatRiseByOneTellTheOrderWhateverTheTimes() {
    assertThat(ids(numbered.page("[[6,1,105],[6,1,104],[5,1,103]]")))
        .containsExactly("103", "104", "105");
    assertThat(ids(numbered.page("[[5,1,\"9\"],[4,1,\"10\"],[6,1,\"11\"]]")))
        .containsExactly("9", "10", "11");
  }

  @Test
  void whereIdsAreNumbersATradeWithoutOneIsMalformed() {
    Page page = numbered.page("[[5,1,7],[6,1,\"x8\"],[6,1],[6,1,9]]");

    assertThat(ids(page)).containsExactly("7", "9");
    assertThat(page.malformed()).isEqualTo(2);
  }

  @Test
  void equalTradesWithoutIdsKeepTheirsWhenMoreAreListedBeforeThem() {
    List<Trade> before = events(nameless.page("[[6,2],[5,1]]"), Trade.class);
    List<Trade> after = events(nameless.page("[[7,3],[6,2],[6,2],[5,1]]"), Trade.class);

    assertThat(after).startsWith(before.toArray(Trade[]::new)).doesNotHaveDuplicates();
  }

  @Test
  void idsThatRiseByOneHaveToBeConfigured() {
    Settings settings = Configured.settings(TRADE, List.of("X"), "json.ids.sequential", "true");
    List<String> problems = new ArrayList<>();
    new HttpApiProvider()
        .check(settings, (option, message) -> problems.add(option + " " + message));

    assertThat(problems).contains("json.field.id is missing; json.ids.sequential=true needs it");
  }
}
