package io.tickstream.connect.market.provider.alphavantage;

import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Limits;
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
import org.junit.jupiter.api.Test;

class AlphaVantageProviderTest {

  private static Probe probe(Dataset dataset, Map<String, String> options) {
    return Probe.of(
        new AlphaVantageProvider(),
        dataset,
        Mode.POLL,
        dataset == Dataset.BAR ? options.getOrDefault("interval", "1m") : null,
        List.of("IBM"),
        options);
  }

  private final Probe quotes = probe(Dataset.QUOTE, Map.of());
  private final Probe bars = probe(Dataset.BAR, Map.of());

  @Test
  void aQuoteIsMadeOfNumberedTexts() {
    Quote quote = events(quotes.sample("alphavantage-GLOBAL_QUOTE.json"), Quote.class).get(0);

    assertThat(quotes.request(Cursor.from(0)).url())
        .isEqualTo("https://www.alphavantage.co/query?function=GLOBAL_QUOTE&symbol=IBM&apikey=k3y");
    assertThat(quote.symbol()).isEqualTo("IBM");
    assertThat(quote.price().text()).isEqualTo("290.4500");
    assertThat(quote.previousClose().text()).isEqualTo("288.4200");
    assertThat(quote.changePercent().text()).isEqualTo("0.7038");
    assertThat(quote.volume().text()).isEqualTo("3561642");
    assertThat(quote.timeMs()).isEqualTo(NOW_MS);
    assertThat(quote.venueTimed()).isFalse();
  }

  @Test
  void aDelayedQuoteHasAnotherName() {
    String delayed =
        text("alphavantage-GLOBAL_QUOTE.json")
            .replace("\"Global Quote\"", "\"Global Quote - DATA DELAYED BY 15 MINUTES\"");

    assertThat(quotes.page(delayed).items()).hasSize(1);
    assertThat(
            probe(Dataset.QUOTE, Map.of("alphavantage.entitlement", "delayed"))
                .request(Cursor.from(0))
                .url())
        .contains("&entitlement=delayed&");
  }

  @Test
  void anEmptyQuoteMeansAnUnknownSymbol() {
    assertThat(quotes.sample("alphavantage-GLOBAL_QUOTE-unknown-symbol.json").unknown())
        .containsExactly("IBM");
  }

  /** The recorded bars reach into the evening, so they are looked at the day after. */
  private static Page nextDay(Probe bars) {
    return (Page)
        bars.venue()
            .parse(
                bars.request(Cursor.from(NOW_MS)),
                Response.of(
                    200, text("alphavantage-TIME_SERIES_INTRADAY.json"), NOW_MS + 86_400_000));
  }

  @Test
  void barsComeOldestFirstInTheZoneOfTheAnswer() {
    List<Bar> series = events(nextDay(bars), Bar.class);

    assertThat(series)
        .extracting(bar -> Instant.ofEpochMilli(bar.timeMs()).toString())
        .containsExactly("2026-11-19T00:58:00Z", "2026-11-19T00:59:00Z");
    assertThat(series.get(1).close().text()).isEqualTo("290.4500");
    assertThat(series.get(1).volume().text()).isEqualTo("120");
  }

  @Test
  void theRawTextOfABarKeepsItsTime() {
    Page page = nextDay(probe(Dataset.BAR, Map.of("raw", "true")));

    assertThat(page.items().get(0).raw()).startsWith("{\"2026-11-18 19:58:00\":{\"1. open\":");
  }

  @Test
  void recentBarsNeedOneCompactRequest() {
    assertThat(bars.request(Cursor.from(NOW_MS - 90 * 60_000)).url())
        .endsWith(
            "?function=TIME_SERIES_INTRADAY&symbol=IBM&interval=1min&adjusted=true"
                + "&extended_hours=true&outputsize=compact&apikey=k3y");
  }

  @Test
  void olderBarsAreAskedForMonthByMonthUpToTheCurrentOne() {
    List<String> months = new ArrayList<>();
    Request request =
        bars.request(Cursor.from(Instant.parse("2026-09-01T03:00:00Z").toEpochMilli()));
    while (request != null) {
      months.add(request.url().replaceAll(".*month=([0-9-]+).*", "$1"));
      request =
          ((Page)
                  bars.venue()
                      .parse(
                          request,
                          Response.of(200, text("alphavantage-TIME_SERIES_INTRADAY.json"), NOW_MS)))
              .next();
    }

    assertThat(months).containsExactly("2026-08", "2026-09", "2026-10", "2026-11");
  }

  @Test
  void dailyBarsFollowTheCalendarOfTheZone() {
    Probe daily = probe(Dataset.BAR, Map.of("interval", "1d"));
    Page page =
        daily.page(
            """
            {"Meta Data": {"5. Time Zone": "US/Eastern"}, "Time Series (Daily)": {
              "2026-11-17": {"1. open": "1.0", "2. high": "2.0", "3. low": "0.5",
                             "4. close": "1.5", "5. volume": "7"}}}""");

    assertThat(daily.request(Cursor.from(NOW_MS - 86_400_000L)).url())
        .contains("function=TIME_SERIES_DAILY&symbol=IBM&outputsize=compact");
    assertThat(Instant.ofEpochMilli(events(page, Bar.class).get(0).timeMs()))
        .isEqualTo("2026-11-17T05:00:00Z");
  }

  @Test
  void errorsAreToldByTheirWords() {
    assertThat(bars.reply(200, text("alphavantage-error-burst.json")))
        .isEqualTo(new Failure.Throttled(1_000, "too many requests in a second"));
    assertThat(bars.reply(200, text("alphavantage-error-daily.json")))
        .isInstanceOfSatisfying(
            Failure.QuotaExhausted.class,
            quota ->
                assertThat(Instant.ofEpochMilli(quota.untilMs()))
                    .isEqualTo("2026-11-19T00:00:00Z"));
    assertThat(bars.reply(200, text("alphavantage-error-note-legacy.json")))
        .isInstanceOf(Failure.Throttled.class);
    assertThat(bars.reply(200, text("alphavantage-error-invalid-call.json")))
        .isEqualTo(new Failure.UnknownSymbols(Set.of("IBM"), "invalid call"));
    assertThat(bars.reply(200, "{\"Information\":\"This is a premium endpoint.\"}"))
        .isInstanceOf(Failure.BadCredentials.class);
    assertThat(
            bars.reply(200, "{\"Error Message\":\"the parameter apikey is invalid or missing.\"}"))
        .isInstanceOf(Failure.BadCredentials.class);
  }

  @Test
  void thePlanDecidesTheLimits() {
    assertThat(new AlphaVantageProvider().limits(quotes.settings()))
        .isEqualTo(Limits.NONE.andPerSecond(1).andPerDay(25));
    assertThat(
            new AlphaVantageProvider()
                .limits(probe(Dataset.QUOTE, Map.of("alphavantage.plan", "150")).settings()))
        .isEqualTo(Limits.perMinute(150));
  }
}
