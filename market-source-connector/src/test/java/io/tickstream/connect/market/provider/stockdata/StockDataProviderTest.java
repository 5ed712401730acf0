package io.tickstream.connect.market.provider.stockdata;

import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.sample;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueFixture;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockDataProviderTest {

  private final StockDataProvider provider = new StockDataProvider();

  private Settings settings(Map<String, String> options) {
    return VenueFixture.settings(
        provider, Dataset.QUOTE, Mode.POLL, null, List.of("AAPL", "TSLA", "NOPE"), options);
  }

  private Request request(Map<String, String> options) {
    return provider
        .open(settings(options))
        .request(List.of("AAPL", "TSLA", "NOPE"), Cursor.from(0), NOW_MS);
  }

  private Reply parse(Response response) {
    return provider.open(settings(Map.of())).parse(request(Map.of()), response);
  }

  private Quote quote(Reply reply, int index) {
    return (Quote) ((Page) reply).items().get(index).event();
  }

  @Test
  void oneRequestNamesSeveralSymbols() {
    assertThat(request(Map.of()).url())
        .isEqualTo("https://api.stockdata.org/v1/data/quote?symbols=AAPL,TSLA,NOPE&api_token=k3y");
  }

  @Test
  void optionsShowInTheRequest() {
    assertThat(
            request(
                    Map.of(
                        "base.url",
                        "http://127.0.0.1:9/v1/",
                        "stockdata.extended.hours",
                        "true",
                        "stockdata.key.by.ticker",
                        "true"))
                .url())
        .isEqualTo(
            "http://127.0.0.1:9/v1/data/quote?symbols=AAPL,TSLA,NOPE&extended_hours=true"
                + "&key_by_ticker=true&api_token=k3y");
  }

  @Test
  void everyElementIsAQuoteAndWhatIsMissingIsUnknown() {
    Page page = (Page) parse(sample(200, "stockdata-quote.json"));

    assertThat(page.items()).hasSize(2);
    assertThat(page.unknown()).containsExactly("NOPE");
    assertThat(page.malformed()).isZero();
    assertThat(page.next()).isNull();
    Quote apple = quote(page, 0);
    assertThat(apple.symbol()).isEqualTo("AAPL");
    assertThat(apple.price().text()).isEqualTo("268.91");
    assertThat(apple.open().text()).isEqualTo("267.02");
    assertThat(apple.high().text()).isEqualTo("270.15");
    assertThat(apple.low().text()).isEqualTo("266.4");
    assertThat(apple.week52High().text()).isEqualTo("277.32");
    assertThat(apple.week52Low().text()).isEqualTo("169.21");
    assertThat(apple.marketCap().text()).isEqualTo("3973000000000");
    assertThat(apple.volume().text()).isEqualTo("1015321");
    assertThat(apple.currency()).isEqualTo("USD");
    assertThat(apple.exchange()).isEqualTo("NASDAQ");
    assertThat(apple.mic()).isEqualTo("XNAS");
    assertThat(apple.name()).isEqualTo("Apple Inc");
    assertThat(apple.extendedHours()).isFalse();
    assertThat(quote(page, 1).marketCap()).isNull();
  }

  @Test
  void changeIsRelativeToThePreviousClose() {
    Quote apple = quote(parse(sample(200, "stockdata-quote.json")), 0);

    assertThat(apple.change().text()).isEqualTo("2.66");
    assertThat(apple.changePercent().text()).isEqualTo("0.9991");
  }

  @Test
  void timesAreThoseOfNewYorkUnlessConfigured() {
    assertThat(Instant.ofEpochMilli(quote(parse(sample(200, "stockdata-quote.json")), 0).timeMs()))
        .isEqualTo("2026-11-18T20:59:58Z");
    Venue utc = provider.open(settings(Map.of("stockdata.zone", "UTC")));
    assertThat(
            Instant.ofEpochMilli(
                quote(utc.parse(request(Map.of()), sample(200, "stockdata-quote.json")), 0)
                    .timeMs()))
        .isEqualTo("2026-11-18T15:59:58Z");
  }

  @Test
  void recordsOfAPolledQuoteCarryTheTimeItWasReceived() {
    assertThat(quote(parse(sample(200, "stockdata-quote.json")), 0).updateMs()).isEqualTo(NOW_MS);
  }

  @Test
  void dataByTickerGivesTheSameQuote() {
    Quote byTicker = quote(parse(sample(200, "stockdata-quote-key_by_ticker.json")), 0);

    assertThat(byTicker).isEqualTo(quote(parse(sample(200, "stockdata-quote.json")), 0));
  }

  @Test
  void aQuoteKeepsTheSpellingThatWasAskedFor() {
    Venue venue = provider.open(settings(Map.of()));
    Reply reply =
        venue.parse(
            venue.request(List.of("aapl"), Cursor.from(0), NOW_MS),
            sample(200, "stockdata-quote-key_by_ticker.json"));

    assertThat(quote(reply, 0).symbol()).isEqualTo("aapl");
    assertThat(((Page) reply).unknown()).isEmpty();
  }

  @Test
  void errorsAreClassified() {
    assertThat(parse(sample(401, "stockdata-error-401.json")))
        .isInstanceOf(Failure.BadCredentials.class);
    assertThat(parse(sample(402, "stockdata-error-402.json")))
        .isInstanceOfSatisfying(
            Failure.QuotaExhausted.class,
            quota ->
                assertThat(Instant.ofEpochMilli(quota.untilMs()))
                    .isEqualTo("2026-11-19T00:00:00Z"));
    assertThat(parse(sample(429, "stockdata-error-429.json")))
        .isInstanceOfSatisfying(
            Failure.Throttled.class,
            throttled -> assertThat(throttled.retryAfterMs()).isEqualTo(Failure.UNTOLD));
    assertThat(parse(Response.of(500, "", NOW_MS))).isInstanceOf(Failure.Transient.class);
    assertThat(parse(Response.of(503, "<html>", NOW_MS))).isInstanceOf(Failure.Transient.class);
  }

  @Test
  void whatIsNotAnAnswerIsTransient() {
    for (String body :
        List.of("", "<html>", "[]x", "{}", "{\"data\":3}", "null", "{\"data\":[],\"data\":[]}")) {
      assertThat(parse(Response.of(200, body, NOW_MS)))
          .as(body)
          .isInstanceOf(Failure.Transient.class);
    }
  }

  @Test
  void anElementThatIsNoQuoteIsLeftOutAndCounted() {
    String body =
        """
        {"data":[{"ticker":"AAPL","price":"abc"},{"ticker":"TSLA","price":1e400},
                 {"price":1},{"ticker":"NOPE","price":2.50,"last_trade_time":"soon"},
                 {"ticker":"AAPL","price":2.50}]}""";
    Page page = (Page) parse(Response.of(200, body, NOW_MS));

    assertThat(page.malformed()).isEqualTo(4);
    assertThat(page.items()).hasSize(1);
    assertThat(page.unknown()).isEmpty();
    assertThat(quote(page, 0).price().text()).isEqualTo("2.50");
    assertThat(quote(page, 0).timeMs()).isEqualTo(NOW_MS);
  }

  @Test
  void thePlanDecidesHowManySymbolsFitARequest() {
    assertThat(provider.batchLimit(settings(Map.of()))).isEqualTo(3);
    assertThat(provider.batchLimit(settings(Map.of("stockdata.plan", "pro")))).isEqualTo(100);
    assertThat(provider.limits(settings(Map.of())).perDay()).isEqualTo(100);
  }

  @Test
  void neitherRequestNorFailureShowsTheKey() {
    assertThat(request(Map.of()).toString()).isEqualTo("GET about [AAPL, TSLA, NOPE]");
    assertThat(settings(Map.of()).toString()).doesNotContain("k3y");
    assertThat(parse(Response.of(200, "k3y", NOW_MS)).toString()).doesNotContain("k3y");
  }
}
