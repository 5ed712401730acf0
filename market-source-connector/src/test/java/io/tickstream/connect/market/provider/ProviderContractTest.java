package io.tickstream.connect.market.provider;

import static io.tickstream.connect.market.event.Dataset.BAR;
import static io.tickstream.connect.market.event.Dataset.QUOTE;
import static io.tickstream.connect.market.event.Dataset.TRADE;
import static io.tickstream.connect.market.provider.Mode.POLL;
import static io.tickstream.connect.market.provider.Mode.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.event.MarketEvent;
import io.tickstream.connect.market.feed.Redactor;
import io.tickstream.connect.market.offset.Cursor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every provider, shown with every recorded payload. */
class ProviderContractTest {

  /** Frames a client sends and another source's record; the providers' own tests compare them. */
  private static final Set<String> NOT_ANSWERS =
      Set.of(
          "binance-ws-subscribe.json",
          "coinbase-ws-subscribe.json",
          "finnhub-ws-subscribe.json",
          "twelvedata-ws-subscribe.json",
          "sim-stock_trades-datagen.json");

  /** A recorded payload: whose, and how many events or which outcome it is. */
  private record Recorded(
      String file, String provider, Dataset dataset, Mode mode, int status, Object expected) {
    @Override
    public String toString() {
      return file;
    }
  }

  private static Recorded polled(String file, String provider, Dataset dataset, int events) {
    return new Recorded(file, provider, dataset, POLL, 200, events);
  }

  private static Recorded failed(
      String file, String provider, Dataset dataset, int status, Class<?> failure) {
    return new Recorded(file, provider, dataset, POLL, status, failure);
  }

  private static Recorded frame(String file, String provider, Dataset dataset, Object expected) {
    return new Recorded(file, provider, dataset, STREAM, 200, expected);
  }

  static List<Recorded> recorded() {
    return List.of(
        polled("stockdata-quote.json", "stockdata", QUOTE, 2),
        polled("stockdata-quote-key_by_ticker.json", "stockdata", QUOTE, 1),
        failed("stockdata-error-401.json", "stockdata", QUOTE, 401, Failure.BadCredentials.class),
        failed("stockdata-error-402.json", "stockdata", QUOTE, 402, Failure.QuotaExhausted.class),
        failed("stockdata-error-429.json", "stockdata", QUOTE, 429, Failure.Throttled.class),
        polled("alphavantage-GLOBAL_QUOTE.json", "alphavantage", QUOTE, 1),
        polled("alphavantage-GLOBAL_QUOTE-unknown-symbol.json", "alphavantage", QUOTE, 0),
        polled("alphavantage-TIME_SERIES_INTRADAY.json", "alphavantage", BAR, 2),
        failed(
            "alphavantage-error-burst.json", "alphavantage", QUOTE, 200, Failure.Throttled.class),
        failed(
            "alphavantage-error-daily.json",
            "alphavantage",
            QUOTE,
            200,
            Failure.QuotaExhausted.class),
        failed(
            "alphavantage-error-note-legacy.json",
            "alphavantage",
            BAR,
            200,
            Failure.Throttled.class),
        failed(
            "alphavantage-error-invalid-call.json",
            "alphavantage",
            BAR,
            200,
            Failure.UnknownSymbols.class),
        polled("finnhub-quote.json", "finnhub", QUOTE, 1),
        polled("finnhub-quote-unknown-symbol.json", "finnhub", QUOTE, 0),
        failed("finnhub-error-401.json", "finnhub", QUOTE, 401, Failure.BadCredentials.class),
        failed("finnhub-error-429.json", "finnhub", QUOTE, 429, Failure.Throttled.class),
        frame("finnhub-ws-trade.json", "finnhub", TRADE, 3),
        frame("finnhub-ws-ping.json", "finnhub", TRADE, Frame.Alive.class),
        frame("finnhub-ws-error.json", "finnhub", TRADE, Frame.Refused.class),
        polled("twelvedata-quote.json", "twelvedata", QUOTE, 1),
        polled("twelvedata-quote-batch.json", "twelvedata", QUOTE, 1),
        polled("twelvedata-time_series.json", "twelvedata", BAR, 2),
        polled("twelvedata-time_series-batch.json", "twelvedata", BAR, 4),
        failed("twelvedata-error-401.json", "twelvedata", QUOTE, 401, Failure.BadCredentials.class),
        failed("twelvedata-error-429.json", "twelvedata", QUOTE, 429, Failure.Throttled.class),
        failed(
            "twelvedata-error-429-day.json",
            "twelvedata",
            QUOTE,
            429,
            Failure.QuotaExhausted.class),
        frame("twelvedata-ws-price.json", "twelvedata", QUOTE, 1),
        polled("polygon-aggs-range.json", "massive", BAR, 2),
        polled("polygon-snapshot-tickers.json", "massive", QUOTE, 1),
        polled("polygon-snapshot-ticker.json", "massive", QUOTE, 1),
        failed("polygon-error-401.json", "massive", BAR, 401, Failure.BadCredentials.class),
        failed("polygon-error-403.json", "massive", QUOTE, 403, Failure.BadCredentials.class),
        failed("polygon-error-429.json", "massive", BAR, 429, Failure.Throttled.class),
        polled("binance-aggTrades.json", "binance", TRADE, 2),
        polled("binance-ticker24hr.json", "binance", QUOTE, 2),
        polled("binance-klines.json", "binance", BAR, 2),
        failed("binance-error-1121.json", "binance", TRADE, 400, Failure.UnknownSymbols.class),
        failed("binance-error-429.json", "binance", BAR, 429, Failure.Throttled.class),
        failed("binance-error-418.json", "binance", BAR, 418, Failure.Banned.class),
        frame("binance-ws-subscribe-ack.json", "binance", TRADE, Frame.Acknowledged.class),
        frame("binance-ws-combined-aggTrade.json", "binance", TRADE, 1),
        frame("binance-ws-combined-kline.json", "binance", BAR, 1),
        frame("binance-ws-bookTicker.json", "binance", QUOTE, 1),
        frame("binance-ws-combined-serverShutdown.json", "binance", BAR, Frame.Shutdown.class),
        frame("binance-ws-trade.json", "binance raw", TRADE, 1),
        frame("binance-ws-trade-legacy-with-ba.json", "binance raw", TRADE, 1),
        polled("coinbase-trades.json", "coinbase", TRADE, 1),
        polled("coinbase-ticker.json", "coinbase", QUOTE, 1),
        polled("coinbase-candles.json", "coinbase", BAR, 2),
        failed("coinbase-error-404.json", "coinbase", TRADE, 404, Failure.UnknownSymbols.class),
        failed("coinbase-error-429.json", "coinbase", BAR, 429, Failure.Throttled.class),
        frame("coinbase-ws-match.json", "coinbase", TRADE, 1),
        frame("coinbase-ws-ticker.json", "coinbase", QUOTE, 1),
        frame("coinbase-ws-heartbeat.json", "coinbase", TRADE, Frame.LastTrade.class),
        frame("coinbase-ws-error.json", "coinbase", TRADE, Frame.Refused.class),
        polled("yahoo-chart.json", "yahoo", BAR, 2),
        failed("yahoo-chart-error-404.json", "yahoo", BAR, 404, Failure.UnknownSymbols.class),
        failed("yahoo-error-429.txt", "yahoo", QUOTE, 429, Failure.Throttled.class));
  }

  private static final List<VenueProvider> PROVIDERS =
      ServiceLoader.load(Provider.class).stream()
          .map(ServiceLoader.Provider::get)
          .filter(VenueProvider.class::isInstance)
          .map(VenueProvider.class::cast)
          // Without its configuration there is nothing to it; its own tests have some.
          .filter(provider -> !provider.name().equals("http"))
          .toList();

  /** A provider's venue for one of its offers. */
  private record Offered(VenueProvider provider, Offer offer, Probe probe) {
    static Offered of(VenueProvider provider, Offer offer) {
      return new Offered(
          provider,
          offer,
          ProviderContractTest.probe(provider, offer.dataset(), offer.mode(), Map.of()));
    }

    @Override
    public String toString() {
      return provider.name()
          + " "
          + probe.settings().dataset().label()
          + " "
          + offer.mode().label();
    }
  }

  static List<Offered> offers() {
    return PROVIDERS.stream()
        .flatMap(provider -> provider.offers().stream().map(offer -> Offered.of(provider, offer)))
        .toList();
  }

  private static Probe probe(
      VenueProvider provider, Dataset dataset, Mode mode, Map<String, String> options) {
    List<String> symbols =
        switch (provider.name()) {
          case "binance" -> List.of("BTCUSDT");
          case "coinbase" -> List.of("BTC-USD");
          case "alphavantage" -> List.of("IBM");
          default -> List.of("AAPL");
        };
    return Probe.of(provider, dataset, mode, dataset == BAR ? "1m" : null, symbols, options);
  }

  private static Probe probe(Recorded recorded) {
    String name = recorded.provider.replace(" raw", "");
    VenueProvider provider =
        PROVIDERS.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    Map<String, String> options =
        recorded.provider.endsWith(" raw") ? Map.of("stream.raw.trades", "true") : Map.of();
    if (recorded.file.contains("-batch")) {
      List<String> symbols =
          recorded.dataset == BAR ? List.of("AAPL", "MSFT") : List.of("AAPL", "NOPE");
      return Probe.of(
          provider,
          recorded.dataset,
          recorded.mode,
          recorded.dataset == BAR ? "1m" : null,
          symbols,
          options);
    }
    return probe(provider, recorded.dataset, recorded.mode, options);
  }

  /** The day after, when every recorded bar is over. */
  private static final long LATER_MS = VenueFixture.NOW_MS + Duration.ofDays(1).toMillis();

  private static Reply reply(Probe probe, int status, String body) {
    return reply(probe, Response.of(status, body, LATER_MS));
  }

  private static Reply reply(Probe probe, Response response) {
    Request request =
        probe
            .venue()
            .request(
                probe.settings().symbols(),
                Cursor.from(VenueFixture.NOW_MS - 3_600_000),
                VenueFixture.NOW_MS);
    return probe.venue().parse(request, response);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void everyRecordedPayloadIsUnderstood(Recorded recorded) {
    Probe probe = probe(recorded);
    String text = VenueFixture.text(recorded.file);
    Object outcome =
        recorded.mode == STREAM ? probe.frame(text) : reply(probe, recorded.status, text);

    if (recorded.expected instanceof Integer events) {
      List<MarketEvent> found =
          outcome instanceof Frame frame
              ? Probe.events(frame, MarketEvent.class)
              : Probe.events((Page) outcome, MarketEvent.class);
      assertThat(found).hasSize(events);
      assertThat(outcome.toString()).doesNotContain("Malformed");
    } else {
      assertThat(outcome).isInstanceOf((Class<?>) recorded.expected);
    }
  }

  @Test
  void everyRecordedPayloadIsUsed() throws Exception {
    Path folder =
        Path.of(ProviderContractTest.class.getResource("/samples/binance-klines.json").toURI())
            .getParent();
    try (Stream<Path> files = Files.list(folder)) {
      Set<String> unused =
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
      unused.removeAll(NOT_ANSWERS);
      recorded().forEach(recorded -> unused.remove(recorded.file));
      // A whole session, followed step by step below.
      unused.remove("polygon-ws-session.json");

      assertThat(unused).isEmpty();
    }
  }

  @Test
  void aRecordedHandshakeIsFollowedToItsData() {
    Probe probe =
        probe(
            recorded().stream()
                .filter(r -> r.provider.equals("massive"))
                .findFirst()
                .orElseThrow());
    VenueProvider massive = probe.provider();
    Probe trades = probe(massive, TRADE, STREAM, Map.of("api.key", "API_KEY"));
    Probe bars = probe(massive, BAR, STREAM, Map.of("api.key", "API_KEY"));
    List<String> sent = new ArrayList<>();
    List<Frame> received = new ArrayList<>();
    List<MarketEvent> events = new ArrayList<>();
    for (var step : Json.parse(VenueFixture.text("polygon-ws-session.json"))) {
      if (step.path("dir").asText().equals("in")) {
        Frame frame = trades.frame(step.get("msg").toString());
        received.add(frame);
        if (frame.toString().contains("Send")) {
          ((Frame.Several) frame)
              .frames()
              .forEach(f -> sent.addAll(f instanceof Frame.Send send ? send.frames() : List.of()));
        }
        events.addAll(Probe.events(frame, MarketEvent.class));
        events.addAll(Probe.events(bars.frame(step.get("msg").toString()), MarketEvent.class));
      }
    }

    assertThat(sent)
        .containsExactly(
            "{\"action\":\"auth\",\"params\":\"API_KEY\"}",
            "{\"action\":\"subscribe\",\"params\":\"T.AAPL\"}");
    assertThat(received.toString()).contains("Acknowledged[symbols=[AAPL]]");
    assertThat(events).hasSize(2);
    assertThat(events.get(0).id()).isEqualTo("4-12345");
    assertThat(events.get(1).timeMs()).isEqualTo(1795035480000L);
  }

  @ParameterizedTest
  @MethodSource("offers")
  void whatIsNoAnswerIsNeitherEventNorCrash(Offered offered) {
    if (offered.offer.mode() == STREAM) {
      return;
    }
    for (String body :
        List.of(
            "",
            "<html>",
            "null",
            "3",
            "\"text\"",
            "{\"a\":1,\"a\":2}",
            "[1,{\"a\":null}",
            "{} trailing",
            "{\"data\":NaN}")) {
      assertThat(reply(offered.probe, 200, body)).as(body).isInstanceOf(Failure.Transient.class);
    }
    assertThat(reply(offered.probe, 500, "oops")).isInstanceOf(Failure.Transient.class);
    assertThat(reply(offered.probe, 429, "oops")).isInstanceOf(Failure.Throttled.class);
  }

  /** Cuts, wrong types and absurd numbers in otherwise good answers. */
  @ParameterizedTest
  @MethodSource("recorded")
  void brokenPartsOfAnAnswerMakeNoBadEvent(Recorded recorded) {
    Probe probe = probe(recorded);
    String text = VenueFixture.text(recorded.file);
    List<String> broken =
        List.of(
            text.substring(0, text.length() / 2),
            numbersBecome("\"abc\"", text),
            numbersBecome("1e999", text),
            numbersBecome("[]", text),
            numbersBecome("{}", text),
            text.replaceAll("(\"[^\"]+\"): ?[^,{}\\[\\]]+", "$1: null"));
    for (String body : broken) {
      if (body.equals(text)) {
        continue;
      }
      Object outcome = recorded.mode == STREAM ? probe.frame(body) : reply(probe, 200, body);
      List<MarketEvent> events =
          outcome instanceof Frame frame
              ? Probe.events(frame, MarketEvent.class)
              : outcome instanceof Page page ? Probe.events(page, MarketEvent.class) : List.of();
      assertThat(events).as(body).isEmpty();
    }
  }

  private static String numbersBecome(String other, String text) {
    return text.replaceAll("\"[0-9.]+\"", other)
        .replaceAll("(?<=[:\\[,\\s])[0-9][0-9.]*(?=[,\\]}\\s])", other);
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void theRawTextOfEveryEventIsJson(Recorded recorded) {
    if (!(recorded.expected instanceof Integer events)) {
      return;
    }
    Probe raw = rawProbe(recorded);
    String text = VenueFixture.text(recorded.file);
    List<Item> items =
        recorded.mode == STREAM ? items(raw.frame(text)) : ((Page) reply(raw, 200, text)).items();

    assertThat(items)
        .hasSize(events)
        .allSatisfy(
            item -> assertThatCode(() -> Json.parse(item.raw())).doesNotThrowAnyException());
  }

  private static Probe rawProbe(Recorded recorded) {
    Probe plain = probe(recorded);
    Map<String, String> options = new HashMap<>(Map.of("raw", "true"));
    if (recorded.provider.endsWith(" raw")) {
      options.put("stream.raw.trades", "true");
    }
    return Probe.of(
        plain.provider(),
        recorded.dataset,
        recorded.mode,
        recorded.dataset == BAR ? "1m" : null,
        plain.settings().symbols(),
        options);
  }

  private static List<Item> items(Frame frame) {
    if (frame instanceof Frame.Several several) {
      return several.frames().stream().flatMap(part -> items(part).stream()).toList();
    }
    return frame instanceof Frame.Events events ? events.items() : List.of();
  }

  /** The key, when it comes back in an answer, goes no further. */
  @ParameterizedTest
  @MethodSource("offers")
  void anEchoedKeyGoesNoFurther(Offered offered) {
    Probe probe = offered.probe;
    String echo = "We have detected your API key as k3y and k3y is out of 25 requests per day";
    List<Object> outcomes = new ArrayList<>();
    if (offered.offer.mode() == POLL) {
      for (int status : new int[] {200, 400, 401, 402, 403, 404, 418, 422, 429, 500}) {
        for (String field : List.of("error", "message", "Information", "Note", "msg")) {
          String body =
              "{\"%s\":\"%s\",\"code\":%d,\"status\":\"error\"}".formatted(field, echo, status);
          outcomes.add(reply(probe, status, body));
        }
        outcomes.add(reply(probe, status, echo));
      }
      outcomes.add(probe.request(Cursor.from(0)));
    } else {
      for (String type : List.of("error", "status", "x")) {
        outcomes.add(
            probe.frame(
                "{\"type\":\"%s\",\"event\":\"%s\",\"msg\":\"%s\",\"message\":\"%s\",\"reason\":\"%s\"}"
                    .formatted(type, type, echo, echo, echo)));
        outcomes.add(
            probe.frame(
                "[{\"ev\":\"status\",\"status\":\"%s\",\"message\":\"%s\"}]"
                    .formatted(type, echo)));
      }
    }
    outcomes.add(probe.settings());

    assertThat(outcomes)
        .allSatisfy(outcome -> assertThat(outcome.toString()).doesNotContain("k3y"));
  }

  /**
   * In an answer that is otherwise good the key is hidden, long or short, and nothing else lost.
   */
  @ParameterizedTest
  @MethodSource("recorded")
  void aKeyThatAGoodAnswerEchoesIsInNoEvent(Recorded recorded) {
    if (!(recorded.expected instanceof Integer events)) {
      return;
    }
    for (String key : List.of("demo", "T0p", "k/y=1234", "0123456789abcdef/0123=")) {
      String echo = "\"asked\":\"?apikey=" + Urls.encode(key) + "&k=" + key + "&x\"";
      String text =
          VenueFixture.text(recorded.file)
              .replaceAll("\\{([^{}\\[\\]]*[^{}\\[\\]\\s])\\s*}", "{$1," + echo + "}");
      Redactor redactor = new Redactor(List.of(key), List.of());
      Probe probe = rawProbe(recorded);
      List<Item> items =
          recorded.mode == STREAM
              ? items(probe.frame(redactor.cleanFrame(text)))
              : ((Page) reply(probe, redactor.clean(Response.of(200, text, LATER_MS)))).items();

      assertThat(items).hasSize(events);
      if (key.length() >= 4) {
        assertThat(items.toString()).doesNotContain(key).doesNotContain(Urls.encode(key));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("offers")
  void aStreamUnderstandsNothingItIsNotSent(Offered offered) {
    if (offered.offer.mode() == POLL) {
      return;
    }
    for (String text : List.of("", "null", "<html>", "{", "{\"a\":1,\"a\":2}", "3", "{}", "[{}]")) {
      assertThat(Probe.events(offered.probe.frame(text), MarketEvent.class)).as(text).isEmpty();
    }
    assertThat(offered.probe.stream().url(offered.probe.settings().symbols())).startsWith("wss://");
    assertThat(offered.probe.stream().symbolsPerConnection()).isPositive();
  }

  @Test
  void everyProviderDescribesItsOptionsUnderItsName() {
    for (VenueProvider provider : PROVIDERS) {
      ConfigDef def = new ConfigDef();
      provider.addOptions(def);
      assertThat(def.names())
          .allSatisfy(
              name ->
                  assertThat(name.startsWith(provider.name() + ".") || name.startsWith("stream."))
                      .as(name)
                      .isTrue());
      assertThat(provider.symbolExample().split(" or |, "))
          .allMatch(symbol -> provider.symbolSyntax().matcher(symbol).matches());
    }
  }
}
