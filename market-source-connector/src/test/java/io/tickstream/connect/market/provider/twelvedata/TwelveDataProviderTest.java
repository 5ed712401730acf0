package io.tickstream.connect.market.provider.twelvedata;

import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Limits;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Usage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TwelveDataProviderTest {

  private static Probe probe(Dataset dataset, Mode mode, String interval, String... symbols) {
    return Probe.of(new TwelveDataProvider(), dataset, mode, interval, List.of(symbols), Map.of());
  }

  private final Probe quote = probe(Dataset.QUOTE, Mode.POLL, null, "AAPL");
  private final Probe bars = probe(Dataset.BAR, Mode.POLL, "1m", "AAPL");
  private final Probe prices = probe(Dataset.QUOTE, Mode.STREAM, null, "AAPL", "BTC/USD");

  @Test
  void aRequestCostsACreditPerSymbolAndHidesTheKey() {
    Request request =
        probe(Dataset.QUOTE, Mode.POLL, null, "AAPL", "BTC/USD").request(Cursor.from(0));

    assertThat(request.url()).isEqualTo("https://api.twelvedata.com/quote?symbol=AAPL,BTC%2FUSD");
    assertThat(request.headers()).containsEntry("Authorization", "apikey k3y");
    assertThat(request.weight()).isEqualTo(2);
  }

  @Test
  void textsAreNumbersAndTheLastQuoteIsTheTime() {
    Quote apple = events(quote.sample("twelvedata-quote.json"), Quote.class).get(0);

    assertThat(apple.price().text()).isEqualTo("268.91000");
    assertThat(apple.high().text()).isEqualTo("270.14999");
    assertThat(apple.changePercent().text()).isEqualTo("0.99906");
    assertThat(apple.week52High().text()).isEqualTo("277.32001");
    assertThat(apple.mic()).isEqualTo("XNGS");
    assertThat(apple.timeMs()).isEqualTo(1795035540000L);
  }

  @Test
  void inABatchEverySymbolIsDataOrError() {
    Page page =
        probe(Dataset.QUOTE, Mode.POLL, null, "AAPL", "NOPE").sample("twelvedata-quote-batch.json");

    assertThat(events(page, Quote.class))
        .isEqualTo(events(quote.sample("twelvedata-quote.json"), Quote.class));
    assertThat(page.unknown()).containsExactly("NOPE");
  }

  @Test
  void barsAreAskedForInUtcOldestFirstAndSortedAnyway() {
    long from = Instant.parse("2026-11-18T20:00:00Z").toEpochMilli();

    assertThat(bars.request(Cursor.from(from)).url())
        .isEqualTo(
            "https://api.twelvedata.com/time_series?symbol=AAPL&interval=1min"
                + "&start_date=2026-11-18%2020%3A00%3A00&end_date=2026-11-19%2021%3A06%3A40"
                + "&outputsize=5000&timezone=UTC&order=ASC");
    assertThat(events(bars.sample("twelvedata-time_series.json"), Bar.class))
        .extracting(bar -> Instant.ofEpochMilli(bar.timeMs()).toString())
        .containsExactly("2026-11-18T15:58:00Z", "2026-11-18T15:59:00Z");
  }

  @Test
  void aBatchOfSeriesIsReadSymbolBySymbol() {
    Page page =
        probe(Dataset.BAR, Mode.POLL, "1m", "AAPL", "MSFT")
            .sample("twelvedata-time_series-batch.json");

    assertThat(events(page, Bar.class))
        .extracting(Bar::symbol)
        .containsExactlyInAnyOrder("AAPL", "AAPL", "MSFT", "MSFT");
  }

  @Test
  void historyIsReadInWindowsNoAnswerCutsOff() {
    long from = NOW_MS - 7_000 * 60_000L;
    Request first = bars.request(Cursor.from(from));
    Page page =
        (Page)
            bars.venue()
                .parse(first, Response.of(200, text("twelvedata-time_series.json"), NOW_MS));

    assertThat(page.next().url())
        .contains(
            "start_date="
                + Instant.ofEpochMilli(from + 5_000 * 60_000L)
                    .toString()
                    .replace("T", "%20")
                    .replace("Z", "")
                    .replace(":", "%3A"));
    Page last =
        (Page)
            bars.venue()
                .parse(page.next(), Response.of(200, text("twelvedata-time_series.json"), NOW_MS));
    assertThat(last.next()).isNull();
  }

  @Test
  void theWindowsAheadLeaveOutASymbolThatFailed() {
    Probe two = probe(Dataset.BAR, Mode.POLL, "1m", "AAPL", "MSFT");
    Request first = two.request(Cursor.from(NOW_MS - 12_000 * 60_000L));
    String answer =
        "{\"AAPL\":%s,\"MSFT\":%s}"
            .formatted(text("twelvedata-time_series.json"), text("twelvedata-error-429.json"));
    Page page = (Page) two.venue().parse(first, Response.of(200, answer, NOW_MS));

    assertThat(events(page, Bar.class)).extracting(Bar::symbol).containsOnly("AAPL");
    assertThat(page.unknown()).isEmpty();
    assertThat(page.next().url()).contains("symbol=AAPL&");
    Page second =
        (Page)
            two.venue()
                .parse(page.next(), Response.of(200, text("twelvedata-time_series.json"), NOW_MS));
    assertThat(second.items()).hasSize(2);
    assertThat(second.next().symbols()).containsExactly("AAPL");
  }

  @Test
  void aWindowWithoutABarIsNoError() {
    Page page =
        (Page)
            bars.reply(
                400,
                "{\"code\":400,\"message\":\"No data is available on the specified dates. Try"
                    + " setting different start/end dates.\",\"status\":\"error\"}");

    assertThat(page.items()).isEmpty();
  }

  @Test
  void daysAreThoseOfTheExchange() {
    Page page =
        probe(Dataset.BAR, Mode.POLL, "1d", "AAPL")
            .page(
                text("twelvedata-time_series.json")
                    .replace("2026-11-18 15:59:00", "2026-11-18")
                    .replace("2026-11-18 15:58:00", "2026-11-17"));

    Bar day = events(page, Bar.class).get(0);
    assertThat(page.items()).as("the 18th was not over").hasSize(1);
    assertThat(Instant.ofEpochMilli(day.timeMs())).isEqualTo("2026-11-17T05:00:00Z");
    assertThat(Instant.ofEpochMilli(day.endMs())).isEqualTo("2026-11-18T05:00:00Z");
  }

  @Test
  void errorsAreClassifiedByTheBodyWhateverTheStatus() {
    for (int status : new int[] {200, 429}) {
      assertThat(quote.reply(status, text("twelvedata-error-429.json")))
          .isInstanceOf(Failure.Throttled.class);
      assertThat(quote.reply(status, text("twelvedata-error-429-day.json")))
          .isInstanceOf(Failure.QuotaExhausted.class);
    }
    assertThat(quote.reply(200, text("twelvedata-error-401.json")))
        .isInstanceOf(Failure.BadCredentials.class);
    assertThat(quote.reply(200, "{\"code\":404,\"message\":\"\",\"status\":\"error\"}"))
        .isEqualTo(new Failure.UnknownSymbols(Set.of("AAPL"), "error 404"));
    assertThat(quote.reply(500, "<html>")).isInstanceOf(Failure.Transient.class);
    assertThat(quote.reply(429, "")).isInstanceOf(Failure.Throttled.class);
  }

  @Test
  void creditsAreLimitedByMinuteAndDay() {
    assertThat(new TwelveDataProvider().limits(quote.settings()))
        .isEqualTo(Limits.NONE.andWeightPerMinute(8).andWeightPerDay(800));
    assertThat(new TwelveDataProvider().batchLimit(quote.settings())).isEqualTo(8);
    assertThat(
            quote
                .venue()
                .usage(new Response(200, Map.of("api-credits-left", "2"), new byte[0], NOW_MS)))
        .containsExactly(Usage.remaining(Usage.Window.WEIGHT_MINUTE, 2));
  }

  @Test
  void theStreamIsSubscribedToInOneMessageAndBeatsItsHeart() {
    assertThat(prices.stream().opening(List.of("AAPL", "BTC/USD")))
        .containsExactly(text("twelvedata-ws-subscribe.json").replaceAll("\\s", ""));
    assertThat(prices.stream().heartbeat().orElseThrow().every()).isEqualTo(Duration.ofSeconds(10));
    assertThat(new TwelveDataProvider().maxTasks(prices.settings())).isEqualTo(1);
  }

  @Test
  void successAndFailureOfASubscriptionComeInOneFrame() {
    assertThat(
            prices.frame(
                "{\"event\":\"subscribe-status\",\"status\":\"warning\","
                    + "\"success\":[{\"symbol\":\"AAPL\",\"exchange\":\"NASDAQ\"}],"
                    + "\"fails\":[{\"symbol\":\"BTC/USD\"}]}"))
        .isEqualTo(
            new Frame.Several(
                List.of(
                    new Frame.Refused(
                        new Failure.UnknownSymbols(Set.of("BTC/USD"), "the subscription failed")),
                    new Frame.Acknowledged(Set.of("AAPL")))));
    assertThat(
            prices.frame(
                "{\"event\":\"subscribe-status\",\"status\":\"error\",\"success\":null,"
                    + "\"fails\":null}"))
        .isInstanceOf(Frame.Refused.class);
  }

  @Test
  void aPriceIsAQuote() {
    Quote price = events(prices.sampleFrame("twelvedata-ws-price.json"), Quote.class).get(0);

    assertThat(price.price().text()).isEqualTo("268.91");
    assertThat(price.volume().text()).isEqualTo("41694100");
    assertThat(price.timeMs()).isEqualTo(1795035587000L);
  }
}
