package io.tickstream.connect.market.provider.binance;

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
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinanceProviderTest {

  private static final Map<String, String> RAW = Map.of("stream.raw.trades", "true");

  private static Probe probe(Dataset dataset, Mode mode, Map<String, String> options) {
    return Probe.of(
        new BinanceProvider(),
        dataset,
        mode,
        dataset == Dataset.BAR ? "1m" : null,
        List.of("BTCUSDT"),
        options);
  }

  private static Probe polled(Dataset dataset) {
    return probe(dataset, Mode.POLL, Map.of());
  }

  private static Probe streamed(Dataset dataset) {
    return probe(dataset, Mode.STREAM, Map.of());
  }

  @Test
  void tradesAreAskedForFromATimeOrBehindTheLastId() {
    Probe trades = polled(Dataset.TRADE);

    assertThat(trades.request(Cursor.from(5)).url())
        .isEqualTo(
            "https://data-api.binance.vision/api/v3/aggTrades?symbol=BTCUSDT&startTime=5&limit=1000");
    assertThat(trades.request(new Cursor(5, "77")).url())
        .endsWith("aggTrades?symbol=BTCUSDT&fromId=78&limit=1000");
    assertThat(trades.request(Cursor.from(5)).weight()).isEqualTo(4);
  }

  @Test
  void aTradeKeepsTheVenuesDigitsAndId() {
    List<Trade> trades =
        events(polled(Dataset.TRADE).sample("binance-aggTrades.json"), Trade.class);

    assertThat(trades).hasSize(2);
    Trade first = trades.get(0);
    assertThat(first.id()).isEqualTo("3598123401");
    assertThat(first.price().text()).isEqualTo("92050.00000000");
    assertThat(first.quantity().text()).isEqualTo("0.00150000");
    assertThat(first.timeMs()).isEqualTo(1795035587123L);
    assertThat(first.buyerMaker()).isFalse();
    assertThat(first.side()).isEqualTo(Side.BUY);
    assertThat(trades.get(1).side()).isEqualTo(Side.SELL);
  }

  @Test
  void aFullPageOfTradesIsFollowedById() {
    String body =
        IntStream.range(0, 1000)
            .mapToObj(
                i -> "{\"a\":" + (500 + i) + ",\"p\":\"1\",\"q\":\"1\",\"T\":1000,\"m\":true}")
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(polled(Dataset.TRADE).page(body).next().url()).contains("fromId=1500&");
    assertThat(polled(Dataset.TRADE).sample("binance-aggTrades.json").next()).isNull();
  }

  @Test
  void quotesOfUpToTwentySymbolsShareOneRequest() {
    Request request = polled(Dataset.QUOTE).request(Cursor.from(0));

    assertThat(request.url())
        .isEqualTo(
            "https://data-api.binance.vision/api/v3/ticker/24hr?symbols=%5B%22BTCUSDT%22%5D&type=FULL");
    assertThat(request.weight()).isEqualTo(2);
    assertThat(new BinanceProvider().batchLimit(polled(Dataset.QUOTE).settings())).isEqualTo(20);
    assertThat(new BinanceProvider().batchLimit(polled(Dataset.BAR).settings())).isEqualTo(1);
  }

  @Test
  void aTickerIsAQuote() {
    Page page = polled(Dataset.QUOTE).sample("binance-ticker24hr.json");
    Quote quote = events(page, Quote.class).get(0);

    assertThat(page.items()).hasSize(2);
    assertThat(quote.symbol()).isEqualTo("BTCUSDT");
    assertThat(quote.price().text()).isEqualTo("92050.00000000");
    assertThat(quote.previousClose().text()).isEqualTo("90839.50000000");
    assertThat(quote.change().text()).isEqualTo("1210.50000000");
    assertThat(quote.changePercent().text()).isEqualTo("1.333");
    assertThat(quote.bid().text()).isEqualTo("92050.00000000");
    assertThat(quote.askSize().text()).isEqualTo("0.50000000");
    assertThat(quote.timeMs()).isEqualTo(1795035599999L);
    assertThat(quote.updateMs()).isEqualTo(NOW_MS);
  }

  @Test
  void aClosedKlineIsABarAndItsEndIsWhereTheNextBegins() {
    Bar bar = events(polled(Dataset.BAR).sample("binance-klines.json"), Bar.class).get(0);

    assertThat(bar.timeMs()).isEqualTo(1795035480000L);
    assertThat(bar.endMs()).isEqualTo(1795035540000L);
    assertThat(bar.open().text()).isEqualTo("92010.12000000");
    assertThat(bar.high().text()).isEqualTo("92044.50000000");
    assertThat(bar.low().text()).isEqualTo("91998.00000000");
    assertThat(bar.close().text()).isEqualTo("92040.11000000");
    assertThat(bar.volume().text()).isEqualTo("12.34561000");
    assertThat(bar.quoteVolume().text()).isEqualTo("1136021.55012340");
    assertThat(bar.trades()).isEqualTo(1534);
    assertThat(bar.closed()).isTrue();
    assertThat(bar.updateMs()).isEqualTo(bar.endMs());
  }

  @Test
  void theLastOpenKlineIsLeftOutUnlessWanted() {
    long during = 1795035570000L;
    for (boolean wanted : new boolean[] {false, true}) {
      Probe bars =
          probe(Dataset.BAR, Mode.POLL, Map.of("emit.open.bars", Boolean.toString(wanted)));
      Page page =
          (Page)
              bars.venue()
                  .parse(
                      bars.request(Cursor.from(0)),
                      Response.of(200, text("binance-klines.json"), during));

      assertThat(page.items()).hasSize(wanted ? 2 : 1);
      if (wanted) {
        Bar open = events(page, Bar.class).get(1);
        assertThat(open.closed()).isFalse();
        assertThat(open.updateMs()).isEqualTo(during);
      }
    }
  }

  @Test
  void aFastClockOfOursDoesNotCloseABar() {
    Probe bars = polled(Dataset.BAR);
    Page page =
        (Page)
            bars.reply(
                200, text("binance-klines.json"), Map.of("Date", "Wed, 18 Nov 2026 20:59:30 GMT"));

    assertThat(page.items()).hasSize(1);
  }

  @Test
  void klinesContinueBehindAClosedBarAndAtAnOpenOne() {
    Probe bars = polled(Dataset.BAR);

    assertThat(bars.request(new Cursor(60_000, Bar.CLOSED)).url()).contains("startTime=60001&");
    assertThat(bars.request(new Cursor(60_000, "00ff")).url()).contains("startTime=60000&");
    assertThat(bars.request(Cursor.from(60_000)).url())
        .contains("klines?symbol=BTCUSDT&interval=1m&startTime=60000&");
  }

  @Test
  void errorsAreClassified() {
    Probe trades = polled(Dataset.TRADE);

    assertThat(trades.reply(400, text("binance-error-1121.json")))
        .isEqualTo(new Failure.UnknownSymbols(Set.of("BTCUSDT"), "invalid symbol (code -1121)"));
    assertThat(trades.reply(429, text("binance-error-429.json"), Map.of("Retry-After", "17")))
        .isEqualTo(new Failure.Throttled(17_000, "HTTP 429"));
    assertThat(trades.reply(418, text("binance-error-418.json"), Map.of("Retry-After", "120")))
        .isInstanceOfSatisfying(
            Failure.Banned.class, banned -> assertThat(banned.retryAfterMs()).isEqualTo(120_000));
    assertThat(trades.reply(403, "<html>")).isInstanceOf(Failure.Banned.class);
    assertThat(trades.reply(400, "{\"code\":-1102,\"msg\":\"\"}"))
        .isInstanceOf(Failure.Refused.class);
    assertThat(trades.reply(400, "{\"code\":-2015,\"msg\":\"\"}"))
        .isInstanceOf(Failure.BadCredentials.class);
  }

  @Test
  void aBanWithoutHeaderLastsAsLongAsItsTextSays() {
    Probe trades = polled(Dataset.TRADE);
    Response banned = Response.of(418, text("binance-error-418.json"), 1795035587000L);

    assertThat(trades.venue().parse(trades.request(Cursor.from(0)), banned))
        .isInstanceOfSatisfying(
            Failure.Banned.class, ban -> assertThat(ban.retryAfterMs()).isEqualTo(300_000));
  }

  @Test
  void theVenueTellsHowMuchWeightIsUsed() {
    Response response =
        new Response(200, Map.of("x-mbx-used-weight-1m", "5900"), new byte[0], NOW_MS);

    assertThat(polled(Dataset.BAR).venue().usage(response))
        .containsExactly(Usage.used(Usage.Window.WEIGHT_MINUTE, 5900));
    assertThat(new BinanceProvider().limits(polled(Dataset.BAR).settings()).weightPerMinute())
        .isEqualTo(6000);
  }

  @Test
  void microsecondsAreAskedForAndKept() {
    Probe trades = probe(Dataset.TRADE, Mode.POLL, Map.of("binance.microseconds", "true"));
    Trade trade =
        events(
                trades.page(
                    "[{\"a\":1,\"p\":\"1\",\"q\":\"1\",\"T\":1795035587123456,\"m\":true}]"),
                Trade.class)
            .get(0);

    assertThat(trades.request(Cursor.from(0)).headers())
        .containsEntry("X-MBX-TIME-UNIT", "MICROSECOND");
    assertThat(trade.timeMs()).isEqualTo(1795035587123L);
    assertThat(trade.timeUs()).isEqualTo(1795035587123456L);
    assertThat(
            probe(Dataset.TRADE, Mode.STREAM, Map.of("binance.microseconds", "true")).stream()
                .url(List.of("BTCUSDT")))
        .isEqualTo("wss://data-stream.binance.vision/stream?timeUnit=MICROSECOND");
  }

  @Test
  void aSubscriptionNamesLowerCaseStreamsAndIsAcknowledgedByNumber() {
    Probe trades =
        Probe.of(
            new BinanceProvider(),
            Dataset.TRADE,
            Mode.STREAM,
            null,
            List.of("BTCUSDT", "ETHUSDT"),
            RAW);

    assertThat(trades.stream().opening(trades.settings().symbols()))
        .containsExactly(text("binance-ws-subscribe.json").replaceAll("\\s", ""));
    assertThat(trades.sampleFrame("binance-ws-subscribe-ack.json"))
        .isEqualTo(new Frame.Acknowledged(Set.of("BTCUSDT", "ETHUSDT")));
    assertThat(trades.frame("{\"code\":2,\"msg\":\"Invalid request\"}"))
        .isInstanceOf(Frame.Refused.class);
  }

  @Test
  void manySymbolsAreSubscribedToInFewMessages() {
    List<String> symbols = IntStream.range(0, 450).mapToObj(i -> "S" + i + "USDT").toList();
    Probe trades =
        Probe.of(new BinanceProvider(), Dataset.TRADE, Mode.STREAM, null, symbols, Map.of());

    assertThat(trades.stream().opening(symbols)).hasSize(3);
    assertThat(trades.frame("{\"result\":null,\"id\":3}"))
        .isEqualTo(new Frame.Acknowledged(Set.copyOf(symbols.subList(400, 450))));
    assertThat(trades.frame("{\"result\":null,\"id\":9}")).isEqualTo(new Frame.Alive());
  }

  @Test
  void streamedTradesEqualPolledOnes() {
    assertThat(
            events(
                streamed(Dataset.TRADE).sampleFrame("binance-ws-combined-aggTrade.json"),
                Trade.class))
        .containsExactly(
            events(polled(Dataset.TRADE).sample("binance-aggTrades.json"), Trade.class).get(0));
  }

  @Test
  void rawTradesHaveTheirOwnIdsWithAndWithoutOrderIds() {
    Probe raw = probe(Dataset.TRADE, Mode.STREAM, RAW);

    Trade trade = events(raw.sampleFrame("binance-ws-trade.json"), Trade.class).get(0);
    assertThat(trade.id()).isEqualTo("5593210455");
    assertThat(events(raw.sampleFrame("binance-ws-trade-legacy-with-ba.json"), Trade.class).get(0))
        .isEqualTo(trade);
    assertThat(
            events(
                (Page)
                    raw.venue()
                        .parse(
                            raw.request(new Cursor(1, "5593210454")),
                            Response.of(
                                200,
                                "[{\"id\":5593210455,\"price\":\"92050.00000000\","
                                    + "\"qty\":\"0.00150000\",\"time\":1795035587123,"
                                    + "\"isBuyerMaker\":false}]",
                                NOW_MS)),
                Trade.class))
        .containsExactly(trade);
  }

  @Test
  void rawTradesAreFilledByIdWithTheKey() {
    Probe raw = probe(Dataset.TRADE, Mode.STREAM, RAW);
    Request request = raw.request(new Cursor(1, "99"));

    assertThat(request.url())
        .endsWith("/api/v3/historicalTrades?symbol=BTCUSDT&fromId=100&limit=1000");
    assertThat(request.headers()).containsEntry("X-MBX-APIKEY", "k3y");
    assertThat(request.weight()).isEqualTo(25);
    assertThat(raw.venue().hasHistory()).isTrue();
    assertThat(
            probe(Dataset.TRADE, Mode.STREAM, Map.of("stream.raw.trades", "true", "api.key", ""))
                .venue()
                .hasHistory())
        .isFalse();
  }

  @Test
  void rawTradesFromATimeBeginWithTheFirstIdOfTheAggregatedOnes() {
    Probe raw = probe(Dataset.TRADE, Mode.STREAM, RAW);

    assertThat(raw.request(Cursor.from(7)).url())
        .endsWith("aggTrades?symbol=BTCUSDT&startTime=7&limit=1");
    Page page = raw.sample("binance-aggTrades.json");
    assertThat(page.items()).isEmpty();
    assertThat(page.next().url()).contains("historicalTrades?symbol=BTCUSDT&fromId=5593210450&");
  }

  @Test
  void aStreamedKlineIsEmittedWhenItIsClosed() {
    Probe bars = streamed(Dataset.BAR);

    assertThat(events(bars.sampleFrame("binance-ws-combined-kline.json"), Bar.class))
        .containsExactly(
            events(polled(Dataset.BAR).sample("binance-klines.json"), Bar.class).get(0));
    String open = text("binance-ws-combined-kline.json").replace("\"x\": true", "\"x\": false");
    assertThat(bars.frame(open)).isEqualTo(new Frame.Events(List.of()));
    assertThat(bars.stream().opening(List.of("BTCUSDT")).get(0)).contains("\"btcusdt@kline_1m\"");
  }

  @Test
  void anOpenStreamedKlineHasTheVenuesUpdateTime() {
    Probe bars = probe(Dataset.BAR, Mode.STREAM, Map.of("emit.open.bars", "true"));
    String open = text("binance-ws-combined-kline.json").replace("\"x\": true", "\"x\": false");

    assertThat(events(bars.frame(open), Bar.class).get(0).updateMs()).isEqualTo(1795035540005L);
    assertThat(
            events(bars.sampleFrame("binance-ws-combined-kline.json"), Bar.class).get(0).updateMs())
        .isEqualTo(1795035540005L);
  }

  @Test
  void aBookTickerIsAQuoteAtTheTimeOfReceipt() {
    Quote quote =
        events(streamed(Dataset.QUOTE).sampleFrame("binance-ws-bookTicker.json"), Quote.class)
            .get(0);

    assertThat(quote.bid().text()).isEqualTo("92050.00000000");
    assertThat(quote.ask().text()).isEqualTo("92050.01000000");
    assertThat(quote.bidSize().text()).isEqualTo("1.50000000");
    assertThat(quote.askSize().text()).isEqualTo("0.50000000");
    assertThat(quote.price()).isNull();
    assertThat(quote.timeMs()).isEqualTo(NOW_MS);
  }

  @Test
  void badSymbolsOfAStreamWithoutHistoryAreFoundOverRest() {
    assertThat(streamed(Dataset.QUOTE).stream().verification(List.of("NOPE")).orElseThrow().url())
        .contains("ticker/24hr?symbols=%5B%22NOPE%22%5D");
    assertThat(streamed(Dataset.TRADE).stream().verification(List.of("NOPE"))).isEmpty();
  }

  @Test
  void aShutdownNoticeIsOneWrappedOrNot() {
    Probe trades = streamed(Dataset.TRADE);

    assertThat(trades.sampleFrame("binance-ws-combined-serverShutdown.json"))
        .isEqualTo(new Frame.Shutdown());
    assertThat(trades.frame("{\"e\":\"serverShutdown\",\"E\":1}")).isEqualTo(new Frame.Shutdown());
    assertThat(trades.stream().maxAge()).contains(Duration.ofHours(24));
  }

  @Test
  void symbolsAreDiscovered() {
    assertThat(
            polled(Dataset.TRADE)
                .venue()
                .discovered(
                    Response.of(
                        200,
                        "{\"symbols\":[{\"symbol\":\"BTCUSDT\"},{\"symbol\":\"ETHUSDT\"}]}",
                        0)))
        .containsExactly("BTCUSDT", "ETHUSDT");
  }
}
