package io.tickstream.connect.market.provider.http;

import static io.tickstream.connect.market.event.Dataset.BAR;
import static io.tickstream.connect.market.event.Dataset.QUOTE;
import static io.tickstream.connect.market.event.Dataset.TRADE;
import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.event.Side;
import io.tickstream.connect.market.event.Trade;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Probe;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpApiProviderTest {

  private static Page next(Probe probe, Request request, String body) {
    return (Page) probe.venue().parse(request, Response.of(200, body, NOW_MS));
  }

  @Test
  void placesInAddressHeadersAndBodyAreFilledAndEscaped() {
    Probe probe =
        Configured.options(
            TRADE,
            List.of("BTC/USD", "E\"TH"),
            "json.url",
            "https://api.example.com/${symbol}?s=${symbols}&from=${cursor.ts}&id=${cursor.id}&now=${now}",
            "json.method",
            "POST",
            "json.headers",
            "X-Key: ${api.key}|X-Page: ${page}",
            "json.body",
            "{\"list\":${symbols.json},\"first\":\"${symbol}\",\"all\":\"${symbols}\"}",
            "json.symbols.max",
            "10",
            "json.cursor.format",
            "iso",
            "json.field.time",
            "/t",
            "json.field.price",
            "/p",
            "json.field.quantity",
            "/q");
    Request request = probe.request(new Cursor(1_000, "a&b"));

    assertThat(request.url())
        .isEqualTo(
            "https://api.example.com/BTC%2FUSD?s=BTC%2FUSD,E%22TH&from=1970-01-01T00%3A00%3A01Z"
                + "&id=a%26b&now=2026-11-18T21%3A06%3A40Z");
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.headers()).containsEntry("X-Key", "k3y").containsEntry("X-Page", "1");
    assertThat(request.body())
        .isEqualTo(
            "{\"list\":[\"BTC/USD\",\"E\\\"TH\"],\"first\":\"BTC/USD\","
                + "\"all\":\"BTC/USD,E\\\"TH\"}");
    assertThat(request.toString()).doesNotContain("k3y");
  }

  @Test
  void anArrayOfTradesIsRead() {
    Probe probe =
        Configured.options(
            TRADE,
            List.of("BTC"),
            "json.records",
            "/result/trades",
            "json.field.time",
            "/ts",
            "json.field.price",
            "/px",
            "json.field.quantity",
            "/sz",
            "json.field.side",
            "/side",
            "json.field.id",
            "/id",
            "json.side.of",
            "maker");
    Trade trade =
        events(
                probe.page(
                    "{\"result\":{\"trades\":[{\"ts\":\"2026-11-18T20:59:47.123Z\",\"px\":\"1.50\","
                        + "\"sz\":0.10,\"side\":\"SELL\",\"id\":7}]}}"),
                Trade.class)
            .get(0);

    assertThat(trade.id()).isEqualTo("7");
    assertThat(trade.side()).isEqualTo(Side.BUY);
    assertThat(trade.price().text()).isEqualTo("1.50");
    assertThat(trade.quantity().text()).isEqualTo("0.10");
    assertThat(Instant.ofEpochMilli(trade.timeMs())).isEqualTo("2026-11-18T20:59:47.123Z");
  }

  @Test
  void tradesWithoutIdsKeepTheirsWhereverThePageBegins() {
    Probe probe =
        Configured.options(
            TRADE,
            List.of("BTC"),
            "json.time.format",
            "s",
            "json.field.time",
            "/0",
            "json.field.price",
            "/1",
            "json.field.quantity",
            "/2");
    List<Trade> all = events(probe.page("[[5,1,1],[6,2,2],[6,2,2]]"), Trade.class);
    List<Trade> later = events(probe.page("[[6,2,2],[6,2,2]]"), Trade.class);

    assertThat(all.get(1).id()).isNotEqualTo(all.get(2).id());
    assertThat(later).isEqualTo(all.subList(1, 3));
  }

  @Test
  void anObjectKeyedByTimeIsBarsOldestFirst() {
    Probe probe =
        Configured.options(
            BAR,
            List.of("IBM"),
            "json.records",
            "/series",
            "json.time.format",
            "uuuu-MM-dd HH:mm:ss",
            "json.time.zone",
            "America/New_York",
            "json.field.time",
            "#key",
            "json.field.open",
            "/o",
            "json.field.high",
            "/h",
            "json.field.low",
            "/l",
            "json.field.close",
            "/c",
            "json.field.volume",
            "/v");
    Page page =
        probe.page(
            "{\"series\":{\"2026-11-18 10:01:00\":{\"o\":1,\"h\":1,\"l\":1,\"c\":1,\"v\":9},"
                + "\"2026-11-18 10:00:00\":{\"o\":1,\"h\":2,\"l\":1,\"c\":1,\"v\":8}}}");

    assertThat(events(page, Bar.class))
        .extracting(bar -> Instant.ofEpochMilli(bar.timeMs()).toString())
        .containsExactly("2026-11-18T15:00:00Z", "2026-11-18T15:01:00Z");
  }

  @Test
  void anObjectKeyedBySymbolIsAQuoteEach() {
    Probe probe =
        Configured.options(
            QUOTE,
            List.of("bitcoin", "ether", "nope"),
            "json.records.shape",
            "object",
            "json.field.symbol",
            "#key",
            "json.field.price",
            "/usd",
            "json.field.change_percent",
            "/change",
            "json.missing.is.unknown",
            "true");
    Page page =
        probe.page(
            "{\"bitcoin\":{\"usd\":92050.10,\"change\":\"1.33 %\"},\"ether\":{\"usd\":3051}}");

    assertThat(events(page, Quote.class))
        .extracting(Quote::symbol)
        .containsExactly("bitcoin", "ether");
    assertThat(events(page, Quote.class).get(0).price().text()).isEqualTo("92050.10");
    assertThat(events(page, Quote.class).get(0).changePercent().text()).isEqualTo("1.33");
    assertThat(page.unknown()).containsExactly("nope");
  }

  @Test
  void parallelColumnsAreBarsAndHolesAreNone() {
    Probe probe =
        Configured.options(
            BAR,
            List.of("AAPL"),
            "json.records",
            "/chart",
            "json.records.shape",
            "columns",
            "json.time.format",
            "s",
            "json.field.time",
            "/t",
            "json.field.open",
            "/o",
            "json.field.high",
            "/h",
            "json.field.low",
            "/l",
            "json.field.close",
            "/c");
    Page page =
        probe.page(
            "{\"chart\":{\"t\":[1795035480,1795035540,1795035600],\"o\":[1,null,3],"
                + "\"h\":[1,null,3],\"l\":[1,null,3],\"c\":[1.10,null,3]}}");

    assertThat(events(page, Bar.class)).hasSize(2);
    assertThat(events(page, Bar.class).get(0).close().text()).isEqualTo("1.10");
    assertThat(page.malformed()).isZero();
  }

  private static Probe paged(String mode, String url, String... more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "json.page.mode",
                mode,
                "json.url",
                url,
                "json.records",
                "/d",
                "json.time.format",
                "ms",
                "json.page.size",
                "2",
                "json.field.time",
                "/t",
                "json.field.price",
                "/p",
                "json.field.quantity",
                "/p",
                "json.field.id",
                "/t"));
    options.addAll(List.of(more));
    return Configured.options(TRADE, List.of("X"), options.toArray(String[]::new));
  }

  private static final String FULL = "{\"d\":[{\"t\":1,\"p\":1},{\"t\":2,\"p\":1}]";
  private static final String HALF = "{\"d\":[{\"t\":3,\"p\":1}]";

  @Test
  void aLinkThatEchoesTheKeyIsFollowedWithIt() {
    Probe probe =
        paged("link", "https://api.example.com/v1/x?k=${api.key}", "json.page.link", "/next");
    Request first = probe.request(Cursor.from(0));
    String text = FULL + ",\"next\":\"" + first.url() + "&page=2\"}";

    assertThat(first.url()).isEqualTo("https://api.example.com/v1/x?k=k3y");
    assertThat(next(probe, first, text.replace("k3y", Response.HIDDEN)).next().url())
        .isEqualTo("https://api.example.com/v1/x?k=k3y&page=2");
  }

  @Test
  void pagesFollowALinkButNotToAnotherHost() {
    Probe probe =
        paged("link", "https://api.example.com/v1/x?k=${api.key}", "json.page.link", "/next");
    Request first = probe.request(Cursor.from(0));

    assertThat(
            next(probe, first, FULL + ",\"next\":\"https://evil.example/v1/x?page=2\"}")
                .next()
                .url())
        .isEqualTo("https://api.example.com/v1/x?page=2");
    assertThat(next(probe, first, FULL + ",\"next\":\"/v1/x?page=3\"}").next().url())
        .isEqualTo("https://api.example.com/v1/x?page=3");
    assertThat(next(probe, first, FULL + "}").next()).isNull();
  }

  @Test
  void pagesFollowAToken() {
    Probe probe =
        paged("token", "https://api.example.com/x?c=${page.token}", "json.page.token", "/cursor");
    Request first = probe.request(Cursor.from(0));
    Page page = next(probe, first, FULL + ",\"cursor\":\"a b\"}");

    assertThat(first.url()).endsWith("?c=");
    assertThat(page.next().url()).endsWith("?c=a%20b");
    assertThat(next(probe, page.next(), HALF + ",\"cursor\":\"a b\"}").next())
        .as("the same token again is the end")
        .isNull();
    assertThat(next(probe, page.next(), HALF + "}").next()).isNull();
  }

  @Test
  void pagesFollowNumbersWhileTheyAreFull() {
    Probe probe = paged("number", "https://api.example.com/x?p=${page}");
    Request first = probe.request(Cursor.from(0));
    Page page = next(probe, first, FULL + "}");

    assertThat(page.next().url()).endsWith("?p=2");
    assertThat(next(probe, page.next(), HALF + "}").next()).isNull();
  }

  @Test
  void pagesFollowTheLastRecordAndNeverStandStill() {
    Probe probe = paged("cursor", "https://api.example.com/x?t=${cursor.ts}&i=${cursor.id}");
    Request first = probe.request(Cursor.from(0));
    Page page = next(probe, first, FULL + "}");
    Page again = next(probe, page.next(), "{\"d\":[{\"t\":2,\"p\":1},{\"t\":2,\"p\":1}]}");

    assertThat(page.next().url()).endsWith("?t=2&i=2");
    assertThat(again.next().url()).endsWith("?t=3&i=2");
    assertThat(probe.venue().hasHistory()).isTrue();
  }

  @Test
  void pagesFollowTimeUntilNow() {
    Probe probe =
        paged(
            "window",
            "https://api.example.com/x?from=${cursor.ts}&to=${window.end}",
            "json.page.window.ms",
            "60000",
            "json.cursor.format",
            "s");
    Request first = probe.request(Cursor.from(NOW_MS - 90_000));
    Page page = next(probe, first, "{\"d\":[]}");

    assertThat(first.url())
        .endsWith("?from=%d&to=%d".formatted(NOW_MS / 1000 - 90, NOW_MS / 1000 - 30));
    assertThat(page.next().url())
        .endsWith("?from=%d&to=%d".formatted(NOW_MS / 1000 - 30, NOW_MS / 1000 + 30));
    assertThat(next(probe, page.next(), "{\"d\":[]}").next()).isNull();
  }

  @Test
  void errorsAreToldByStatusPointerAndPatternAndTheFirstRuleCounts() {
    Probe probe =
        Configured.options(
            QUOTE,
            List.of("X"),
            "json.field.price",
            "/p",
            "json.error.quota.pointer",
            "/note",
            "json.error.quota.pattern",
            "per day",
            "json.error.throttled.pointer",
            "/note",
            "json.error.banned.status",
            "4(18|99)",
            "json.error.refused.status",
            "4..",
            "json.error.refused.pointer",
            "/fatal");

    assertThat(probe.reply(200, "{\"note\":\"25 per day\"}"))
        .isInstanceOf(Failure.QuotaExhausted.class);
    assertThat(probe.reply(200, "{\"note\":\"slow down\"}")).isInstanceOf(Failure.Throttled.class);
    assertThat(probe.reply(499, "not json")).isInstanceOf(Failure.Banned.class);
    assertThat(probe.reply(422, "{\"fatal\":true}")).isInstanceOf(Failure.Refused.class);
    assertThat(probe.reply(500, "{\"fatal\":true}")).isInstanceOf(Failure.Transient.class);
    assertThat(probe.reply(429, "")).isInstanceOf(Failure.Throttled.class);
    assertThat(probe.reply(200, "{\"p\":1}")).isInstanceOf(Page.class);
  }

  @Test
  void everyMistakeIsReportedAtItsOption() {
    Settings settings =
        Configured.settings(
            BAR,
            List.of("X"),
            "json.url",
            "ftp://x/${simbol}",
            "json.headers",
            "broken",
            "json.records",
            "data",
            "json.time.format",
            "yyyyyyyyyyyyyyyyyyyyyyyyy",
            "json.page.mode",
            "token",
            "json.field.open",
            "open",
            "json.error.symbol.pattern",
            "(",
            "json.error.quota.pointer",
            "note");
    List<String> options = new ArrayList<>();
    new HttpApiProvider().check(settings, (option, message) -> options.add(option));

    assertThat(options)
        .contains(
            "json.url",
            "json.headers",
            "json.records",
            "json.time.format",
            "json.page.token",
            "json.field.open",
            "json.field.time",
            "json.field.close",
            "json.error.symbol.pattern",
            "json.error.quota.pointer");
  }

  @Test
  void theProvidersNameIsThatOfTheConfiguration() {
    Probe probe = Configured.options(Dataset.QUOTE, List.of("X"), "json.name", "acme");

    assertThat(new HttpApiProvider().label(probe.settings())).isEqualTo("acme");
  }
}
