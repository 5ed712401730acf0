package io.tickstream.connect.market.offset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Trade;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static Trade trade(long timeMs, String id) {
    return new Trade("A", timeMs, Amount.of(1), Amount.of(1), id);
  }

  private static Quote quote(long timeMs, long price) {
    return Quote.builder("A", timeMs, 99).price(Amount.of(price)).build();
  }

  private static Bar bar(long startMs, long close, boolean closed) {
    Amount amount = Amount.of(close);
    return new Bar(
        "A",
        "1m",
        startMs,
        startMs + 60_000,
        amount,
        amount,
        amount,
        amount,
        amount,
        null,
        null,
        null,
        closed,
        7);
  }

  private static boolean[] advance(Progress progress, MarketEvent... events) {
    boolean[] fresh = new boolean[events.length];
    for (int i = 0; i < events.length; i++) {
      fresh[i] = progress.advance(events[i]);
    }
    return fresh;
  }

  @Test
  void tradesInSequenceGoByTheirNumberWhateverTheirTimes() {
    Progress progress = new Progress(new Cursor(1_000, "5"), true, false);
    assertThat(
            advance(
                progress,
                trade(1_000, "4"),
                trade(1_000, "5"),
                trade(999, "6"),
                trade(1_000, "7"),
                trade(1_000, "7")))
        .containsExactly(false, false, true, true, false);
    assertThat(progress.cursor()).isEqualTo(new Cursor(1_000, "7"));
  }

  @Test
  void aBeginningOnlyTellsATime() {
    Progress progress = new Progress(Cursor.from(1_000), true, false);
    assertThat(advance(progress, trade(999, "1"), trade(1_000, "2"))).containsExactly(false, true);
  }

  @Test
  void tradesWithoutSequenceAreKnownByTheirIds() {
    Progress progress = new Progress(new Cursor(1_000, "x"), false, false);
    assertThat(
            advance(
                progress, trade(1_000, "x"), trade(1_000, "y"), trade(900, "z"), trade(1_000, "y")))
        .containsExactly(false, true, true, false);
    assertThat(progress.cursor().ts()).isEqualTo(1_000);
  }

  @Test
  void aLateTradeDoesNotMoveTheCursor() {
    Progress progress = new Progress(new Cursor(1_000, "x"), false, false);
    advance(progress, trade(900, "late"));
    assertThat(progress.cursor()).isEqualTo(new Cursor(1_000, "x"));
  }

  @Test
  void whatAHistoryListsBeforeASettledCursorIsKnownHoweverMuchItIs() {
    Progress progress = new Progress(Cursor.from(0), false, false);
    Trade[] day =
        IntStream.rangeClosed(1, 10_000).mapToObj(i -> trade(i, "t" + i)).toArray(Trade[]::new);
    advance(progress, day);
    progress.settle();

    assertThat(advance(progress, day)).containsOnly(false);
    assertThat(advance(progress, trade(10_000, "more"))).containsExactly(true);
  }

  @Test
  void afterARestartTheTradesListedBeforeTheLastOneOfItsMillisecondAreKnown() {
    Progress progress = new Progress(new Cursor(1_000, "b"), false, false);
    progress.settle();
    List<Trade> listed =
        List.of(trade(999, "z"), trade(1_000, "a"), trade(1_000, "b"), trade(1_000, "c"));
    progress.recall(listed);

    assertThat(advance(progress, listed.toArray(Trade[]::new)))
        .containsExactly(false, false, false, true);
  }

  @Test
  void aQuoteIsNewWhenItSaysSomethingNew() {
    Progress progress = new Progress(Cursor.from(0), false, false);
    assertThat(
            advance(progress, quote(10, 1), quote(10, 1), quote(10, 2), quote(9, 3), quote(11, 2)))
        .containsExactly(true, false, true, false, true);
    assertThat(advance(new Progress(Cursor.from(0), false, true), quote(10, 1), quote(10, 1)))
        .containsExactly(true, true);
  }

  @Test
  void anOpenBarIsNewWheneverItChangesAndAClosedOneOnce() {
    Progress progress = new Progress(Cursor.from(60_000), false, false);
    assertThat(
            advance(
                progress,
                bar(0, 1, true),
                bar(60_000, 1, false),
                bar(60_000, 1, false),
                bar(60_000, 2, false),
                bar(60_000, 2, true),
                bar(60_000, 2, true),
                bar(60_000, 3, false),
                bar(120_000, 3, true)))
        .containsExactly(false, true, false, true, true, false, false, true);
    assertThat(progress.cursor()).isEqualTo(new Cursor(120_000, Bar.CLOSED));
  }

  @Test
  void theFirstBarIsTheOneThatIsOpenAtTheBeginning() {
    Progress progress = new Progress(Cursor.from(100_000), false, false);
    assertThat(
            advance(
                progress,
                bar(-20_000, 1, true),
                bar(40_000, 1, true),
                bar(40_000, 1, true),
                bar(100_000, 2, true)))
        .containsExactly(false, false, false, true);

    progress = new Progress(Cursor.from(99_999), false, false);
    assertThat(
            advance(
                progress,
                bar(-20_000, 1, true),
                bar(40_000, 1, false),
                bar(40_000, 2, false),
                bar(40_000, 2, true),
                bar(40_000, 2, true)))
        .containsExactly(false, true, true, true, false);
    assertThat(progress.cursor()).isEqualTo(new Cursor(40_000, Bar.CLOSED));
  }

  @Test
  void aCursorIsReadBackAsItWasStored() {
    Cursor cursor = new Cursor(1_795_035_587_124L, "7");
    assertThat(Cursor.of(cursor.toOffset())).isEqualTo(cursor);
  }
}
