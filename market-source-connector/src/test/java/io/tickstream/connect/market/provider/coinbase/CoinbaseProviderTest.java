package io.tickstream.connect.market.provider.coinbase;

import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.offset.Progress;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CoinbaseProviderTest {

  private static Probe probe(Dataset dataset, Mode mode) {
    return Probe.of(
        new CoinbaseProvider(),
        dataset,
        mode,
        dataset == Dataset.BAR ? "1m" : null,
        List.of("BTC-USD"),
        Map.of());
  }

  private final Probe trades = probe(Dataset.TRADE, Mode.POLL);

  @Test
  void theSideIsTheTakers() {
    Trade trade = events(trades.sample("coinbase-trades.json"), Trade.class).get(0);

    assertThat(trade.id()).isEqualTo("901234567");
    assertThat(trade.price().text()).isEqualTo("92050.00000000");
    assertThat(trade.quantity().text()).isEqualTo("0.00150000");
    assertThat(trade.side()).isEqualTo(Side.BUY);
    assertThat(trade.buyerMaker()).isFalse();
    assertThat(Instant.ofEpochMilli(trade.timeMs())).isEqualTo("2026-11-18T20:59:47.123Z");
    assertThat(trade.timeUs()).isEqualTo(trade.timeMs() * 1000 + 456);
  }

  @Test
  void tradesGoForwardFromAnId() {
    Request request = trades.request(new Cursor(0, "5000"));

    assertThat(request.url())
        .isEqualTo(
            "https://api.exchange.coinbase.com/products/BTC-USD/trades?limit=1000&after=6001");
  }

  @Test
  void everyTradeFromATimeOnIsFoundInOrder() {
    assertThat(idsFrom(1_000 + 37 * 1_000)).containsExactlyElementsOf(range(37, 12_345));
  }

  @Test
  void aTimeBeforeTheFirstTradeMeansAll() {
    assertThat(idsFrom(0)).containsExactlyElementsOf(range(1, 12_345));
  }

  @Test
  void aTimeInTheLastPageNeedsNoSearch() {
    assertThat(idsFrom(1_000 + 12_340 * 1_000)).containsExactlyElementsOf(range(12_340, 12_345));
  }

  /** The ids that come out when following the pages of a market with a trade every second. */
  private List<Long> idsFrom(long fromMs) {
    List<Long> ids = new ArrayList<>();
    Progress progress = new Progress(Cursor.from(fromMs), true, false);
    Request request = trades.request(Cursor.from(fromMs));
    for (int pages = 0; request != null && pages < 100; pages++) {
      Page page = (Page) trades.venue().parse(request, Response.of(200, market(request), NOW_MS));
      events(page, Trade.class).stream()
          .filter(progress::advance)
          .forEach(trade -> ids.add(Long.parseLong(trade.id())));
      request = page.next();
    }
    return ids;
  }

  /** What the venue answers: from an id backwards, newest first. */
  private static String market(Request request) {
    Matcher query = Pattern.compile("limit=(\\d+)(?:&after=(\\d+))?$").matcher(request.url());
    assertThat(query.find()).isTrue();
    int limit = Integer.parseInt(query.group(1));
    int after = query.group(2) == null ? Integer.MAX_VALUE : Integer.parseInt(query.group(2));
    List<String> answer = new ArrayList<>();
    for (int id = Math.min(12_345, after - 1); id > 0 && answer.size() < limit; id--) {
      answer.add(
          "{\"trade_id\":%d,\"side\":\"buy\",\"size\":\"1\",\"price\":\"1\",\"time\":\"%s\"}"
              .formatted(id, Instant.ofEpochMilli(1_000 + id * 1_000L)));
    }
    return answer.toString();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  void aTickerIsAQuote() {
    Quote quote =
        events(probe(Dataset.QUOTE, Mode.POLL).sample("coinbase-ticker.json"), Quote.class).get(0);

    assertThat(quote.symbol()).isEqualTo("BTC-USD");
    assertThat(quote.price().text()).isEqualTo("92050.00");
    assertThat(quote.bid().text()).isEqualTo("92050.00");
    assertThat(quote.ask().text()).isEqualTo("92050.01");
    assertThat(quote.volume().text()).isEqualTo("5012.12345678");
  }

  @Test
  void candlesComeInTheirOwnOrderNewestFirst() {
    Page page = probe(Dataset.BAR, Mode.POLL).sample("coinbase-candles.json");
    Bar first = events(page, Bar.class).get(0);

    assertThat(page.items()).hasSize(2);
    assertThat(first.timeMs()).isEqualTo(1795035480000L);
    assertThat(first.endMs()).isEqualTo(1795035540000L);
    assertThat(first.open().text()).isEqualTo("92010.12");
    assertThat(first.high().text()).isEqualTo("92044.5");
    assertThat(first.low().text()).isEqualTo("91998.0");
    assertThat(first.close().text()).isEqualTo("92040.11");
    assertThat(first.volume().text()).isEqualTo("12.34561");
  }

  @Test
  void candlesAreAskedForWindowByWindowUntilNow() {
    Probe bars = probe(Dataset.BAR, Mode.POLL);
    long from = NOW_MS - NOW_MS % 60_000 - 400 * 60_000L;
    Request first = bars.request(Cursor.from(from));

    assertThat(first.url())
        .endsWith(
            "/products/BTC-USD/candles?granularity=60&start=%s&end=%s"
                .formatted(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + 299 * 60_000L)));
    Page empty = (Page) bars.venue().parse(first, Response.of(200, "[]", NOW_MS));
    assertThat(empty.next().url()).contains("start=" + Instant.ofEpochMilli(from + 300 * 60_000L));
    Page last = (Page) bars.venue().parse(empty.next(), Response.of(200, "[]", NOW_MS));
    assertThat(last.next()).isNull();
  }

  @Test
  void errorsAreClassified() {
    assertThat(trades.reply(404, text("coinbase-error-404.json")))
        .isEqualTo(new Failure.UnknownSymbols(Set.of("BTC-USD"), "HTTP 404"));
    assertThat(trades.reply(429, text("coinbase-error-429.json")))
        .isInstanceOf(Failure.Throttled.class);
  }

  @Test
  void everyProductIsSubscribedToByItself() {
    assertThat(probe(Dataset.TRADE, Mode.STREAM).stream().opening(List.of("BTC-USD", "ETH-USD")))
        .containsExactly(
            "{\"type\":\"subscribe\",\"product_ids\":[\"BTC-USD\"],"
                + "\"channels\":[\"matches\",\"heartbeat\"]}",
            "{\"type\":\"subscribe\",\"product_ids\":[\"ETH-USD\"],"
                + "\"channels\":[\"matches\",\"heartbeat\"]}");
    assertThat(text("coinbase-ws-subscribe.json")).contains("\"matches\"").contains("\"ticker\"");
  }

  @Test
  void subscriptionsAcknowledgeTheProductsOfTheChannel() {
    assertThat(
            probe(Dataset.TRADE, Mode.STREAM)
                .frame(
                    "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"matches\","
                        + "\"product_ids\":[\"BTC-USD\"]},{\"name\":\"heartbeat\","
                        + "\"product_ids\":[\"BTC-USD\",\"ETH-USD\"]}]}"))
        .isEqualTo(new Frame.Acknowledged(Set.of("BTC-USD")));
    assertThat(probe(Dataset.TRADE, Mode.STREAM).sampleFrame("coinbase-ws-error.json"))
        .isEqualTo(
            new Frame.Refused(
                new Failure.UnknownSymbols(Set.of("NOPE-USD"), "not a valid product")));
  }

  @Test
  void aMatchIsTheTradeThatRestGives() {
    Trade match =
        events(probe(Dataset.TRADE, Mode.STREAM).sampleFrame("coinbase-ws-match.json"), Trade.class)
            .get(0);

    assertThat(match.id()).isEqualTo("901234567");
    assertThat(match.price().text()).isEqualTo("92050.00");
    assertThat(match.side()).isEqualTo(Side.BUY);
  }

  @Test
  void theLastMatchAndEveryHeartbeatShowAGap() {
    Probe streamed = probe(Dataset.TRADE, Mode.STREAM);
    String lastMatch = text("coinbase-ws-match.json").replace("\"match\"", "\"last_match\"");

    assertThat(streamed.frame(lastMatch))
        .isEqualTo(
            new Frame.LastTrade(
                "BTC-USD", "901234567", Instant.parse("2026-11-18T20:59:47.123Z").toEpochMilli()));
    assertThat(streamed.sampleFrame("coinbase-ws-heartbeat.json"))
        .isInstanceOfSatisfying(
            Frame.LastTrade.class, last -> assertThat(last.id()).isEqualTo("901234567"));
  }

  @Test
  void aStreamedTickerIsAQuote() {
    Probe streamed = probe(Dataset.QUOTE, Mode.STREAM);
    Quote quote = events(streamed.sampleFrame("coinbase-ws-ticker.json"), Quote.class).get(0);

    assertThat(quote.price().text()).isEqualTo("92050.00");
    assertThat(quote.open().text()).isEqualTo("90839.50");
    assertThat(quote.bidSize().text()).isEqualTo("0.46688654");
    assertThat(quote.askSize().text()).isEqualTo("1.56637040");
    assertThat(streamed.sampleFrame("coinbase-ws-heartbeat.json")).isEqualTo(new Frame.Alive());
  }

  @Test
  void productsAreDiscovered() {
    assertThat(
            trades
                .venue()
                .discovered(
                    Response.of(
                        200,
                        "[{\"id\":\"BTC-USD\",\"status\":\"online\"},"
                            + "{\"id\":\"OLD-USD\",\"status\":\"delisted\"}]",
                        0)))
        .containsExactly("BTC-USD");
  }
}
