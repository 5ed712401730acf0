package io.tickstream.connect.market.provider.http;

import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.VenueProvider;
import io.tickstream.connect.market.provider.binance.BinanceProvider;
import io.tickstream.connect.market.provider.stockdata.StockDataProvider;
import io.tickstream.connect.market.provider.twelvedata.TwelveDataProvider;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A page of configuration does what a provider's code does. */
class HttpReproducesOthersTest {

  private static Probe built(
      VenueProvider provider, Dataset dataset, String interval, List<String> symbols) {
    return Probe.of(provider, dataset, Mode.POLL, interval, symbols, Map.of());
  }

  private static void sameReply(Probe configured, Probe built, int status, String body) {
    var expected = built.reply(status, body);
    var actual = configured.reply(status, body);
    if (expected instanceof Page page) {
      assertThat(actual).isInstanceOf(Page.class);
      assertThat(((Page) actual).items()).isEqualTo(page.items());
      assertThat(((Page) actual).unknown()).isEqualTo(page.unknown());
      assertThat(((Page) actual).malformed()).isEqualTo(page.malformed());
    } else {
      // The reasons differ, what to do does not.
      assertThat(actual).isInstanceOf(expected.getClass());
    }
  }

  private static void sameRequest(Probe configured, Probe built, Cursor from) {
    Request actual = configured.request(from);
    Request expected = built.request(from);
    assertThat(actual.url()).isEqualTo(expected.url());
    assertThat(actual.headers()).isEqualTo(expected.headers());
    assertThat(actual.weight()).isEqualTo(expected.weight());
    assertThat(actual.method()).isEqualTo(expected.method());
  }

  @Test
  void stockdataRecordForRecord() {
    List<String> symbols = List.of("AAPL", "TSLA", "NOPE");
    Probe configured = Configured.page("stockdata-quote.json", Dataset.QUOTE, null, symbols);
    Probe built = built(new StockDataProvider(), Dataset.QUOTE, null, symbols);

    sameRequest(configured, built, Cursor.from(0));
    assertThat(configured.sample("stockdata-quote.json").items()).hasSize(2);
    sameReply(configured, built, 200, text("stockdata-quote.json"));
    sameReply(configured, built, 200, text("stockdata-quote-key_by_ticker.json"));
    sameReply(configured, built, 401, text("stockdata-error-401.json"));
    sameReply(configured, built, 402, text("stockdata-error-402.json"));
    sameReply(configured, built, 429, text("stockdata-error-429.json"));
    sameReply(configured, built, 200, "<html>");
    sameReply(configured, built, 503, "");
  }

  @Test
  void twelveDataQuotesRecordForRecord() {
    Probe one = Configured.page("twelvedata-quote.json", Dataset.QUOTE, null, List.of("AAPL"));
    Probe builtOne = built(new TwelveDataProvider(), Dataset.QUOTE, null, List.of("AAPL"));
    List<String> two = List.of("AAPL", "NOPE");
    Probe batch = Configured.page("twelvedata-quote.json", Dataset.QUOTE, null, two);
    Probe builtBatch = built(new TwelveDataProvider(), Dataset.QUOTE, null, two);

    sameRequest(one, builtOne, Cursor.from(0));
    sameRequest(batch, builtBatch, Cursor.from(0));
    assertThat(batch.sample("twelvedata-quote-batch.json").unknown()).containsExactly("NOPE");
    sameReply(batch, builtBatch, 200, text("twelvedata-quote-batch.json"));
    sameReply(one, builtOne, 200, text("twelvedata-quote.json"));
    for (int status : new int[] {200, 429}) {
      sameReply(one, builtOne, status, text("twelvedata-error-429.json"));
      sameReply(one, builtOne, status, text("twelvedata-error-429-day.json"));
    }
    sameReply(one, builtOne, 401, text("twelvedata-error-401.json"));
    sameReply(one, builtOne, 500, "<html>");
  }

  @Test
  void binanceKlinesRecordForRecord() {
    List<String> symbols = List.of("BTCUSDT");
    Probe configured = Configured.page("binance-klines.json", Dataset.BAR, "1m", symbols);
    Probe built = built(new BinanceProvider(), Dataset.BAR, "1m", symbols);

    sameRequest(configured, built, Cursor.from(1795035480000L));
    assertThat(configured.sample("binance-klines.json").items()).hasSize(2);
    sameReply(configured, built, 200, text("binance-klines.json"));
    sameReply(configured, built, 400, text("binance-error-1121.json"));
    sameReply(configured, built, 418, text("binance-error-418.json"));
    sameReply(configured, built, 429, text("binance-error-429.json"));
    assertThat(configured.venue().hasHistory()).isTrue();
  }

  @Test
  void aFullPageOfKlinesIsFollowedFromItsLastOne() {
    String full =
        IntStream.range(0, 1000)
            .mapToObj(
                i ->
                    "[%d,\"1\",\"1\",\"1\",\"1\",\"1\",%d,\"1\",1,\"1\",\"1\",\"0\"]"
                        .formatted(i * 60_000L, i * 60_000L + 59_999))
            .collect(Collectors.joining(",", "[", "]"));
    Page page =
        Configured.page("binance-klines.json", Dataset.BAR, "1m", List.of("BTCUSDT")).page(full);

    assertThat(((Bar) page.items().get(999).event()).timeMs()).isEqualTo(999 * 60_000L);
    assertThat(page.next().url()).contains("startTime=" + 999 * 60_000L + "&");
    assertThat(NOW_MS).isGreaterThan(999 * 60_000L);
  }
}
