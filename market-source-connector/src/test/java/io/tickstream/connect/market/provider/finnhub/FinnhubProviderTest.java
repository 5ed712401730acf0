package io.tickstream.connect.market.provider.finnhub;

import static io.tickstream.connect.market.provider.Probe.events;
import static io.tickstream.connect.market.provider.VenueFixture.NOW_MS;
import static io.tickstream.connect.market.provider.VenueFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.tickstream.connect.market.provider.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FinnhubProviderTest {

  private static Probe probe(Dataset dataset, Mode mode, Map<String, String> options) {
    return Probe.of(
        new FinnhubProvider(), dataset, mode, null, List.of("AAPL", "BINANCE:BTCUSDT"), options);
  }

  private final Probe quotes =
      Probe.of(new FinnhubProvider(), Dataset.QUOTE, Mode.POLL, null, List.of("AAPL"), Map.of());
  private final Probe trades = probe(Dataset.TRADE, Mode.STREAM, Map.of());

  @Test
  void theKeyTravelsInAHeader() {
    Request request = quotes.request(Cursor.from(0));

    assertThat(request.url()).isEqualTo("https://finnhub.io/api/v1/quote?symbol=AAPL");
    assertThat(request.headers()).containsEntry("X-Finnhub-Token", "k3y");
  }

  @Test
  void oneLetterFieldsAreAQuote() {
    Quote quote = events(quotes.sample("finnhub-quote.json"), Quote.class).get(0);

    assertThat(quote.price().text()).isEqualTo("268.91");
    assertThat(quote.previousClose().text()).isEqualTo("266.25");
    assertThat(quote.change().text()).isEqualTo("2.66");
    assertThat(quote.changePercent().text()).isEqualTo("0.9991");
    assertThat(quote.timeMs()).isEqualTo(1795035600000L);
  }

  @Test
  void allZerosMeanAnUnknownSymbol() {
    Page page = quotes.sample("finnhub-quote-unknown-symbol.json");

    assertThat(page.items()).isEmpty();
    assertThat(page.unknown()).containsExactly("AAPL");
  }

  @Test
  void errorsAreClassified() {
    long resetS = NOW_MS / 1000 + 30;

    assertThat(quotes.reply(401, text("finnhub-error-401.json")))
        .isInstanceOf(Failure.BadCredentials.class);
    assertThat(
            quotes.reply(
                429,
                text("finnhub-error-429.json"),
                Map.of("X-Ratelimit-Reset", Long.toString(resetS))))
        .isEqualTo(new Failure.Throttled(30_000, "HTTP 429"));
    assertThat(
            quotes
                .venue()
                .usage(
                    new Response(200, Map.of("X-Ratelimit-Remaining", "3"), new byte[0], NOW_MS)))
        .containsExactly(Usage.remaining(Usage.Window.MINUTE, 3));
  }

  @Test
  void everySymbolIsSubscribedToByItself() {
    assertThat(trades.stream().opening(List.of("AAPL", "BINANCE:BTCUSDT")))
        .containsExactly(
            text("finnhub-ws-subscribe.json").replaceAll("\\s", ""),
            "{\"type\":\"subscribe\",\"symbol\":\"BINANCE:BTCUSDT\"}");
    assertThat(trades.stream().acknowledges()).isFalse();
  }

  @Test
  void aFrameHoldsSeveralTradesWithConditions() {
    List<Trade> some = events(trades.sampleFrame("finnhub-ws-trade.json"), Trade.class);

    assertThat(some).hasSize(3);
    assertThat(some.get(0).price().text()).isEqualTo("268.91");
    assertThat(some.get(0).conditions()).containsExactly("1", "8", "24", "12");
    assertThat(some.get(0).timeMs()).isEqualTo(1795035587195L);
    assertThat(some.get(2).symbol()).isEqualTo("BINANCE:BTCUSDT");
    assertThat(some.get(2).quantity().text()).isEqualTo("0.0021");
    assertThat(some.get(2).conditions()).isNull();
  }

  @Test
  void equalTradesOfAFrameHaveDifferentIdsAndARepeatedFrameTheSame() {
    String one = "{\"c\":[\"1\"],\"p\":268.91,\"s\":\"AAPL\",\"t\":1795035587195,\"v\":1}";
    String frame = "{\"data\":[" + one + "," + one + "],\"type\":\"trade\"}";

    List<Trade> twice = events(trades.frame(frame), Trade.class);

    assertThat(twice.get(0).id()).isNotEqualTo(twice.get(1).id());
    assertThat(events(trades.frame(frame), Trade.class)).isEqualTo(twice);
  }

  @Test
  void pingsAreSignsOfLifeAndErrorsAreNot() {
    assertThat(trades.sampleFrame("finnhub-ws-ping.json")).isEqualTo(new Frame.Alive());
    assertThat(trades.sampleFrame("finnhub-ws-error.json"))
        .isEqualTo(new Frame.Refused(new Failure.UnknownSymbols(Set.of(), "invalid symbol")));
    assertThat(trades.frame("{\"type\":\"error\",\"msg\":\"Invalid symbol AAPL\"}"))
        .isEqualTo(new Frame.Refused(new Failure.UnknownSymbols(Set.of("AAPL"), "invalid symbol")));
    assertThat(trades.stream().idleTimeout()).isGreaterThan(Duration.ofMinutes(2));
  }

  @Test
  void aKeyHasOneConnectionSoOneTaskAndSoManySymbols() {
    Probe few = probe(Dataset.TRADE, Mode.STREAM, Map.of("finnhub.stream.symbols.max", "7"));

    assertThat(new FinnhubProvider().maxTasks(trades.settings())).isEqualTo(1);
    assertThat(new FinnhubProvider().maxTasks(quotes.settings())).isGreaterThan(1);
    assertThat(new FinnhubProvider().connections(few.settings()).symbols()).isEqualTo(7);
    assertThat(few.stream().symbolsPerConnection()).isEqualTo(7);
  }
}
