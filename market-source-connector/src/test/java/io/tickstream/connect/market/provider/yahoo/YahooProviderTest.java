package io.tickstream.connect.market.provider.yahoo;

import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class YahooProviderTest {

  private static Probe probe(Dataset dataset, String interval, Map<String, String> options) {
    return Probe.of(new YahooProvider(), dataset, Mode.POLL, interval, List.of("AAPL"), options);
  }

  private final Probe bars = probe(Dataset.BAR, "1m", Map.of());
  private final Probe quotes = probe(Dataset.QUOTE, null, Map.of());

  @Test
  void parallelArraysAreBarsWithoutFloatNoiseAndHolesAreNone() {
    Page page = bars.sample("yahoo-chart.json");
    List<Bar> some = events(page, Bar.class);

    assertThat(some).hasSize(2);
    assertThat(page.malformed()).isZero();
    assertThat(some.get(1).open().text()).isEqualTo("268.85");
    assertThat(some.get(1).high().text()).isEqualTo("268.95");
    assertThat(some.get(1).close().text()).isEqualTo("268.91");
    assertThat(some.get(1).volume().text()).isEqualTo("352341");
    assertThat(some.get(1).timeMs()).isEqualTo(1795035540000L);
  }

  @Test
  void moreDigitsAreKeptWhereThePriceHasThem() {
    String hint = text("yahoo-chart.json").replace("\"priceHint\": 2", "\"priceHint\": 4");

    assertThat(events(bars.page(hint), Bar.class).get(1).close().text()).isEqualTo("268.9100");
  }

  @Test
  void theLastPriceAsARowOfItsOwnIsNoBar() {
    String live =
        text("yahoo-chart.json")
            .replaceAll("(1795035480),\\s*1795035540", "$1, 1795035511")
            .replace("\"regularMarketTime\": 1795035601", "\"regularMarketTime\": 1795035511");

    assertThat(events(bars.page(live), Bar.class)).hasSize(1);
  }

  @Test
  void aChartWithoutBarsHasNoTimes() {
    assertThat(
            bars.page(
                    "{\"chart\":{\"result\":[{\"meta\":{\"priceHint\":2},"
                        + "\"indicators\":{\"quote\":[{}]}}],\"error\":null}}")
                .items())
        .isEmpty();
  }

  @Test
  void aDaysBarBeginsAtMidnightOfTheExchange() {
    String days =
        text("yahoo-chart.json")
            .replace("1795035420", "1794839400")
            .replace("1795035480", "1794925800")
            .replace("1795035540", "1795012200");
    List<Bar> some = events(probe(Dataset.BAR, "1d", Map.of()).page(days), Bar.class);

    assertThat(Instant.ofEpochMilli(some.get(0).timeMs())).isEqualTo("2026-11-16T05:00:00Z");
    assertThat(Instant.ofEpochMilli(some.get(0).endMs())).isEqualTo("2026-11-17T05:00:00Z");
    assertThat(some).as("the last day is not over").hasSize(1);
  }

  @Test
  void minutesAreAskedForAWeekAtATimeAndNoFurtherBackThanThereAre() {
    Request first = bars.request(Cursor.from(0));
    long start = (NOW_MS - Duration.ofDays(29).toMillis()) / 1000;

    assertThat(first.url())
        .isEqualTo(
            "https://query1.finance.yahoo.com/v8/finance/chart/AAPL?interval=1m&period1="
                + start
                + "&period2="
                + (start + 7 * 86_400 + 1)
                + "&includePrePost=false");
    assertThat(first.headers().get("User-Agent")).startsWith("Mozilla/");
    Page page =
        (Page) bars.venue().parse(first, Response.of(200, text("yahoo-chart.json"), NOW_MS));
    assertThat(page.next().url()).contains("period1=" + (start + 7 * 86_400) + "&");
    assertThat(bars.sample("yahoo-chart.json").next()).isNull();
    assertThat(probe(Dataset.BAR, "1w", Map.of()).request(Cursor.from(NOW_MS)).url())
        .contains("interval=1wk&");
  }

  @Test
  void theMetadataIsAQuote() {
    Quote quote = events(quotes.sample("yahoo-chart.json"), Quote.class).get(0);

    assertThat(quote.price().text()).isEqualTo("268.91");
    assertThat(quote.previousClose().text()).isEqualTo("266.25");
    assertThat(quote.change().text()).isEqualTo("2.66");
    assertThat(quote.changePercent().text()).isEqualTo("0.9991");
    assertThat(quote.high().text()).isEqualTo("270.15");
    assertThat(quote.name()).isEqualTo("Apple Inc.");
    assertThat(quote.timeMs()).isEqualTo(1795035601000L);
    assertThat(quote.open()).as("not in a chart of minutes").isNull();
  }

  @Test
  void errorsAreClassified() {
    assertThat(bars.reply(404, text("yahoo-chart-error-404.json")))
        .isEqualTo(new Failure.UnknownSymbols(Set.of("AAPL"), "no data found"));
    assertThat(bars.reply(429, text("yahoo-error-429.txt"))).isInstanceOf(Failure.Throttled.class);
    assertThat(bars.reply(403, "")).isInstanceOf(Failure.Banned.class);
    assertThat(bars.reply(404, "<html>")).isInstanceOf(Failure.Transient.class);
  }

  @Test
  void theRawTextOfABarIsItsRow() {
    assertThat(
            probe(Dataset.BAR, "1m", Map.of("raw", "true"))
                .sample("yahoo-chart.json")
                .items()
                .get(1)
                .raw())
        .isEqualTo(
            "{\"timestamp\":1795035540,\"open\":268.8500061035156,\"high\":268.95001220703125,"
                + "\"low\":268.80999755859375,\"close\":268.9100036621094,\"volume\":352341}");
  }
}
