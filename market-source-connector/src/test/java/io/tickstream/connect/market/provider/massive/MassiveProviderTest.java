package io.tickstream.connect.market.provider.massive;

import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MassiveProviderTest {

  private static Probe probe(Dataset dataset, Mode mode, Map<String, String> options) {
    return Probe.of(
        new MassiveProvider(),
        dataset,
        mode,
        dataset == Dataset.BAR ? "1m" : null,
        List.of("AAPL"),
        options);
  }

  private final Probe bars = probe(Dataset.BAR, Mode.POLL, Map.of());
  private final Probe quotes = probe(Dataset.QUOTE, Mode.POLL, Map.of());

  @Test
  void barsAreAskedForByMillisecondsWithTheKeyInAHeader() {
    Request request = bars.request(Cursor.from(1795035480000L));

    assertThat(request.url())
        .isEqualTo(
            "https://api.massive.com/v2/aggs/ticker/AAPL/range/1/minute/1795035480000/"
                + NOW_MS
                + "?adjusted=true&sort=asc&limit=50000");
    assertThat(request.headers()).containsEntry("Authorization", "Bearer k3y");
  }

  @Test
  void aBarHasVolumeWeightedPriceAndTrades() {
    Bar bar = events(bars.sample("polygon-aggs-range.json"), Bar.class).get(0);

    assertThat(bar.open().text()).isEqualTo("268.85");
    assertThat(bar.volume().text()).isEqualTo("352341.0");
    assertThat(bar.vwap().text()).isEqualTo("268.8812");
    assertThat(bar.trades()).isEqualTo(4120);
    assertThat(bar.endMs()).isEqualTo(1795035540000L);
  }

  @Test
  void theNextPageComesFromTheConfiguredHostOnly() {
    Probe elsewhere = probe(Dataset.BAR, Mode.POLL, Map.of("base.url", "http://127.0.0.1:1"));

    Request next =
        elsewhere
            .page(
                text("polygon-aggs-range.json")
                    .replace("https://api.massive.com", "https://evil.example"))
            .next();

    assertThat(next.url())
        .isEqualTo(
            "http://127.0.0.1:1/v2/aggs/ticker/AAPL/range/1/minute/1795035600000/2026-11-18"
                + "?cursor=bGltaXQ9Mg");
    assertThat(next.headers()).containsEntry("Authorization", "Bearer k3y");
  }

  @Test
  void withDelayedDataTheLastQuarterHourIsNotOver() {
    long justAfter = 1795035600000L + 60_000;
    String delayed = text("polygon-aggs-range.json").replace("\"OK\"", "\"DELAYED\"");

    Page page =
        (Page)
            bars.venue().parse(bars.request(Cursor.from(0)), Response.of(200, delayed, justAfter));

    assertThat(page.items()).isEmpty();
  }

  @Test
  void noResultsMeanNoBars() {
    assertThat(bars.page("{\"ticker\":\"AAPL\",\"resultsCount\":0,\"status\":\"OK\"}").items())
        .isEmpty();
  }

  @Test
  void aSnapshotIsAQuoteWithUpperCaseAsks() {
    Quote quote = events(quotes.sample("polygon-snapshot-tickers.json"), Quote.class).get(0);

    assertThat(quotes.request(Cursor.from(0)).url())
        .endsWith("/v2/snapshot/locale/us/markets/stocks/tickers?tickers=AAPL");
    assertThat(quote.price().text()).isEqualTo("268.91");
    assertThat(quote.bid().text()).isEqualTo("268.9");
    assertThat(quote.ask().text()).isEqualTo("268.92");
    assertThat(quote.bidSize().text()).isEqualTo("3");
    assertThat(quote.askSize().text()).isEqualTo("5");
    assertThat(quote.previousClose().text()).isEqualTo("266.25");
    assertThat(quote.timeMs()).isEqualTo(1795035587294L);
    assertThat(events(quotes.sample("polygon-snapshot-ticker.json"), Quote.class))
        .containsExactly(quote);
  }

  @Test
  void withoutALastTradeThePriceIsTheLastMinutes() {
    String noTrade =
        text("polygon-snapshot-tickers.json").replace("\"lastTrade\"", "\"elsewhere\"");

    assertThat(events(quotes.page(noTrade), Quote.class).get(0).price().text()).isEqualTo("268.91");
  }

  @Test
  void errorsAreClassified() {
    assertThat(bars.reply(401, text("polygon-error-401.json")))
        .isInstanceOf(Failure.BadCredentials.class);
    assertThat(bars.reply(403, text("polygon-error-403.json")))
        .isInstanceOf(Failure.BadCredentials.class);
    assertThat(bars.reply(429, text("polygon-error-429.json")))
        .isEqualTo(new Failure.Throttled("HTTP 429"));
    assertThat(bars.reply(429, "")).isInstanceOf(Failure.Throttled.class);
  }

  /** From the documentation: there is no recording. */
  private static final String TRADES =
      """
      {"results":[
         {"conditions":[12,37],"exchange":4,"id":"12345","participant_timestamp":1795035587291000000,
          "price":268.91,"sequence_number":1063,"sip_timestamp":1795035587294036600,"size":100,"tape":3},
         {"exchange":4,"id":"77","participant_timestamp":1795035587294000000,"price":268.915,
          "sequence_number":1064,"sip_timestamp":1795035587294999999,"size":0.5,"tape":3,
          "trf_id":201,"trf_timestamp":1795035587294500000}],
       "status":"OK","request_id":"a47d","next_url":"https://api.massive.com/v3/trades/AAPL?cursor=bGlt"}""";

  @Test
  void missedTradesAreAskedForByNanosecondsAndEqualStreamedOnes() {
    Probe trades = probe(Dataset.TRADE, Mode.STREAM, Map.of());

    assertThat(trades.request(new Cursor(1795035587294L, "4-12345")).url())
        .isEqualTo(
            "https://api.massive.com/v3/trades/AAPL?timestamp.gte=1795035587294000000"
                + "&order=asc&sort=timestamp&limit=50000");
    assertThat(trades.venue().hasHistory()).isTrue();
    assertThat(trades.venue().gapless()).isFalse();
    List<Trade> polled = events(trades.page(TRADES), Trade.class);
    Frame frame =
        trades.frame(
            """
            [{"ev":"T","sym":"AAPL","x":4,"i":"12345","z":3,"p":268.91,"s":100,"c":[12,37],
              "t":1795035587294,"q":1063},
             {"ev":"T","sym":"AAPL","x":4,"i":"77","z":3,"p":268.915,"s":0.5,
              "t":1795035587294,"q":1064,"trfi":201,"trft":1795035587294}]""");
    assertThat(polled).isEqualTo(events(frame, Trade.class));
    assertThat(polled).extracting(Trade::id).containsExactly("4-12345", "4-77-201");
  }

  @Test
  void missedTradesComePageByPageFromTheConfiguredHost() {
    Probe trades = probe(Dataset.TRADE, Mode.STREAM, Map.of("base.url", "http://127.0.0.1:1"));

    Request next = trades.page(TRADES).next();
    assertThat(next.url()).isEqualTo("http://127.0.0.1:1/v3/trades/AAPL?cursor=bGlt");
    assertThat(next.headers()).containsEntry("Authorization", "Bearer k3y");
    assertThat(trades.page("{\"results\":[],\"status\":\"OK\"}").next()).isNull();
  }

  @Test
  void theServerSpeaksFirstThenTheKeyThenTheSubscription() {
    Probe trades = probe(Dataset.TRADE, Mode.STREAM, Map.of());

    assertThat(trades.stream().opening(List.of("AAPL"))).isEmpty();
    assertThat(trades.frame("[{\"ev\":\"status\",\"status\":\"auth_failed\"}]").toString())
        .contains("BadCredentials");
    assertThat(trades.stream().url(List.of())).isEqualTo("wss://socket.massive.com/stocks");
    assertThat(
            probe(Dataset.TRADE, Mode.STREAM, Map.of("massive.delayed", "true")).stream()
                .url(List.of()))
        .isEqualTo("wss://delayed.massive.com/stocks");
    assertThat(new MassiveProvider().maxTasks(trades.settings())).isEqualTo(1);
  }
}
