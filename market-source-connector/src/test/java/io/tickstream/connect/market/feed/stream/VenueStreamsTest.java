package io.tickstream.connect.market.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.VenueFixture;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is particular to one venue's stream, over the wire. */
class VenueStreamsTest {

  private static final String PASSWORD = "changeit";

  private ScriptedVenue venue;

  @BeforeEach
  void open() throws Exception {
    venue = new ScriptedVenue(null);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private FeedRun run(Map<String, Object> offset, String... options) {
    return FeedRun.of(venue, offset, options);
  }

  private static String match(String type, long id) {
    return "{\"type\":\"%s\",\"trade_id\":%d,\"time\":\"%s\",\"product_id\":\"BTC-USD\",\"size\":\"1\",\"price\":\"2\",\"side\":\"sell\"}"
        .formatted(type, id, Instant.ofEpochMilli(VenueFixture.NOW_MS + id));
  }

  /** Coinbase's history: what is before an id, newest first. */
  private static MockResponse matches(String path, long last) {
    long after = Long.parseLong(path.replaceAll(".*after=(\\d+).*", "$1"));
    List<String> page =
        LongStream.range(Math.max(1, after - 1_000), Math.min(last + 1, after))
            .mapToObj(id -> match("match", id))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(page);
    return new MockResponse(200, ScriptedVenue.headers(), page.toString());
  }

  @Test
  void coinbasesLastMatchAndHeartbeatsShowGapsThatAreFilled() throws Exception {
    long[] last = {12};
    venue.rest = path -> matches(path, last[0]);
    venue.answer =
        frame ->
            "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"matches\",\"product_ids\":[\"BTC-USD\"]}]}";
    try (FeedRun run =
        run(
            Map.of("ts", VenueFixture.NOW_MS, "id", "10"),
            "provider",
            "coinbase",
            "dataset",
            "trade",
            "symbols",
            "BTC-USD")) {
      venue.socket(0).next();
      assertThat(run.ids(2)).containsExactly(11L, 12L);
      last[0] = 14;
      venue.socket(0).send(match("last_match", 14));
      assertThat(run.ids(4)).endsWith(13L, 14L);
      last[0] = 16;
      venue
          .socket(0)
          .send(
              "{\"type\":\"heartbeat\",\"sequence\":90,\"last_trade_id\":16,\"product_id\":\"BTC-USD\",\"time\":\"2026-11-18T20:59:48.464459Z\"}");
      assertThat(run.ids(6)).endsWith(15L, 16L);
      venue.socket(0).send(match("match", 17));

      assertThat(run.ids(7)).endsWith(16L, 17L);
    }
  }

  private static long minuteMs(long minute) {
    return VenueFixture.NOW_MS - VenueFixture.NOW_MS % 60_000 + minute * 60_000;
  }

  /** Binance's klines from a time on, up to a minute that is over. */
  private static MockResponse klines(String path, long last) {
    long startMs = Long.parseLong(path.replaceAll(".*startTime=(\\d+).*", "$1"));
    List<String> page = new ArrayList<>();
    for (long minute = -30; minute <= last; minute++) {
      if (minuteMs(minute) >= startMs) {
        page.add(
            "[%d,\"1\",\"3\",\"1\",\"2\",\"5\",%d,\"9\",4,\"1\",\"1\",\"0\"]"
                .formatted(minuteMs(minute), minuteMs(minute + 1) - 1));
      }
    }
    return new MockResponse(200, ScriptedVenue.headers(), page.toString());
  }

  private static String kline(long minute) {
    return ("{\"stream\":\"btcusdt@kline_1m\",\"data\":{\"e\":\"kline\",\"E\":%d,\"s\":\"BTCUSDT\",\"k\":{"
            + "\"t\":%d,\"T\":%d,\"i\":\"1m\",\"o\":\"1\",\"h\":\"3\",\"l\":\"1\",\"c\":\"2\",\"v\":\"5\","
            + "\"q\":\"9\",\"n\":4,\"x\":true}}}")
        .formatted(minuteMs(minute + 1), minuteMs(minute), minuteMs(minute + 1) - 1);
  }

  @Test
  void barsThatBinancesStreamLeavesOutAreFetched() throws Exception {
    long[] last = {-18};
    venue.rest = path -> klines(path, last[0]);
    venue.answer = AggTradeMarket::acknowledge;
    try (FeedRun run =
        run(
            Map.of("ts", minuteMs(-20), "id", Bar.CLOSED),
            "provider",
            "binance",
            "dataset",
            "bar",
            "interval",
            "1m",
            "symbols",
            "BTCUSDT")) {
      run.take(2);
      venue.socket(0).send(kline(-18));
      venue.socket(0).send(kline(-17));
      run.take(3);
      last[0] = -14;
      venue.socket(0).send(kline(-14));

      assertThat(run.take(6))
          .extracting(event -> event.event().timeMs())
          .containsExactlyElementsOf(
              LongStream.rangeClosed(-19, -14).mapToObj(VenueStreamsTest::minuteMs).toList());
      assertThat(run.metric(Metric.DUPLICATES_DROPPED)).isPositive();
      assertThat(run.metric(Metric.GAPS_LOST)).isZero();
    }
  }

  @Test
  void coinbaseRefusesOneProductAndStreamsTheOthers() throws Exception {
    venue.rest = path -> new MockResponse(200, ScriptedVenue.headers(), "[]");
    venue.answer =
        frame ->
            frame.contains("NOPE-USD")
                ? VenueFixture.text("coinbase-ws-error.json")
                : "{\"type\":\"subscriptions\",\"channels\":[{\"name\":\"ticker\",\"product_ids\":[\"BTC-USD\"]}]}";
    try (FeedRun run =
        run(Map.of(), "provider", "coinbase", "dataset", "quote", "symbols", "BTC-USD,NOPE-USD")) {
      venue.socket(0).next();
      venue.socket(0).send(VenueFixture.text("coinbase-ws-ticker.json"));

      assertThat(run.take(1).get(0).event().symbol()).isEqualTo("BTC-USD");
      await().until(() -> run.metric(Metric.UNKNOWN_SYMBOLS) == 1);
    }
  }

  @Test
  void aKeyThatIsRefusedFailsTheTaskWithoutBeingNamed() throws Exception {
    venue.refusal = ScriptedVenue.status(401);
    try (FeedRun run =
        run(
            Map.of(),
            "provider",
            "finnhub",
            "dataset",
            "trade",
            "symbols",
            "AAPL",
            "api.key",
            "k3y")) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("check api.key")
          .hasMessageNotContaining("k3y");
    }
  }

  @Test
  void silenceOfAVenueThatAcknowledgesNothingIsSpokenOf() throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (FeedRun run =
        run(
            Map.of(),
            "provider",
            "finnhub",
            "dataset",
            "trade",
            "symbols",
            "AAPL,APPL",
            "api.key",
            "k3y",
            "ws.idle.timeout.ms",
            "0")) {
      venue.socket(0).next();
      venue.socket(0).send(VenueFixture.text("finnhub-ws-trade.json"));
      run.take(1);
      run.clock.advance(Duration.ofSeconds(61));

      await()
          .until(
              () ->
                  log.toString(StandardCharsets.UTF_8).contains("WARN")
                      && log.toString(StandardCharsets.UTF_8)
                          .contains("Nothing has come for [APPL]"));
    } finally {
      System.setErr(err);
    }
  }

  @Test
  void aSymbolThatBinanceWouldAcceptSilentlyIsFoundBeforehand() throws Exception {
    venue.rest =
        path ->
            path.contains("NOPE")
                ? new MockResponse(400, ScriptedVenue.headers(), "{\"code\":-1121,\"msg\":\"\"}")
                : new MockResponse(
                    200, ScriptedVenue.headers(), VenueFixture.text("binance-ticker24hr.json"));
    venue.answer = AggTradeMarket::acknowledge;
    try (FeedRun run =
        run(
            Map.of(),
            "provider",
            "binance",
            "dataset",
            "quote",
            "symbols",
            "BTCUSDT,ETHUSDT,NOPE")) {
      assertThat(venue.socket(0).next())
          .contains("btcusdt@bookTicker")
          .contains("ethusdt@bookTicker")
          .doesNotContain("nope");
      assertThat(run.metric(Metric.UNKNOWN_SYMBOLS)).isEqualTo(1);
    }
  }

  @Test
  void twoStatesOfABookInOneMillisecondAreToldApart() throws Exception {
    venue.rest =
        path ->
            new MockResponse(
                200, ScriptedVenue.headers(), VenueFixture.text("binance-ticker24hr.json"));
    venue.answer = AggTradeMarket::acknowledge;
    try (FeedRun run =
        run(Map.of(), "provider", "binance", "dataset", "quote", "symbols", "BTCUSDT")) {
      venue.socket(0).next();
      venue
          .socket(0)
          .send("{\"u\":1,\"s\":\"BTCUSDT\",\"b\":\"1\",\"B\":\"1\",\"a\":\"3\",\"A\":\"1\"}");
      venue
          .socket(0)
          .send("{\"u\":2,\"s\":\"BTCUSDT\",\"b\":\"2\",\"B\":\"1\",\"a\":\"3\",\"A\":\"1\"}");

      assertThat(run.take(2))
          .extracting(event -> event.event().updateMs())
          .containsExactly(VenueFixture.NOW_MS, VenueFixture.NOW_MS + 1);
      assertThat(((Quote) run.events().get(1).event()).timeMs()).isEqualTo(VenueFixture.NOW_MS + 1);
    }
  }

  @Test
  void twelveDatasHeartIsBeatenEveryTenSeconds() throws Exception {
    venue.answer =
        frame ->
            frame.contains("subscribe")
                ? "{\"event\":\"subscribe-status\",\"status\":\"ok\",\"success\":[{\"symbol\":\"AAPL\"}],\"fails\":null}"
                : "{\"event\":\"heartbeat\",\"status\":\"ok\"}";
    try (FeedRun run =
        run(
            Map.of(),
            "provider",
            "twelvedata",
            "dataset",
            "quote",
            "symbols",
            "AAPL",
            "api.key",
            "k3y")) {
      assertThat(venue.socket(0).next()).contains("subscribe");
      for (int i = 0; i < 10; i++) {
        run.clock.advance(Duration.ofSeconds(10));
        assertThat(venue.socket(0).next()).isEqualTo("{\"action\":\"heartbeat\"}");
      }
      venue.socket(0).send(VenueFixture.text("twelvedata-ws-price.json"));

      assertThat(run.take(1)).hasSize(1);
    }
  }

  @Test
  void whereAKeyHasNoConnectionToSpareTheOldOneGoesBeforeTheNew() throws Exception {
    venue.answer =
        frame ->
            "{\"event\":\"subscribe-status\",\"status\":\"warning\",\"success\":[{\"symbol\":\"AAPL\"}],\"fails\":[{\"symbol\":\"NOPE\"}]}";
    try (FeedRun run =
        run(
            Map.of(),
            "provider",
            "twelvedata",
            "dataset",
            "quote",
            "symbols",
            "AAPL,NOPE",
            "api.key",
            "k3y",
            "ws.idle.timeout.ms",
            "0")) {
      await().until(() -> run.metric(Metric.UNKNOWN_SYMBOLS) == 1);
      venue.answer = frame -> null;
      run.clock.advance(Duration.ofHours(1));

      assertThat(venue.socket(1).next()).contains("AAPL,NOPE");
      await().until(() -> venue.socket(0).over);
      venue.socket(1).send(VenueFixture.text("twelvedata-ws-price.json"));
      assertThat(run.take(1)).hasSize(1);
    }
  }

  /** A file may have grown since anybody looked at it. */
  @Test
  void moreSymbolsThanAKeysConnectionsCarryFailTheTask() {
    assertThatThrownBy(
            () ->
                run(
                    Map.of(),
                    "provider",
                    "twelvedata",
                    "dataset",
                    "quote",
                    "symbols",
                    "A,B,C,D,E,F,G,H,I",
                    "api.key",
                    "k3y"))
        .isInstanceOf(ConnectException.class)
        .hasMessageContaining("has 9, more than the 8 that a key may stream")
        .hasMessageContaining("name fewer");
    assertThat(venue.sockets).isEmpty();
  }

  @Test
  void streamsAndHistoryGoOverTls(@TempDir Path folder) throws Exception {
    HeldCertificate certificate =
        new HeldCertificate.Builder()
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName(InetAddress.getLoopbackAddress().getHostAddress())
            .build();
    HandshakeCertificates held =
        new HandshakeCertificates.Builder().heldCertificate(certificate).build();
    Properties before = new Properties();
    before.putAll(System.getProperties());
    System.setProperty(
        "javax.net.ssl.trustStore", trusting(certificate, folder.resolve("trust")).toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    System.setProperty("javax.net.ssl.trustStoreType", "PKCS12");
    AggTradeMarket market = new AggTradeMarket();
    try (ScriptedVenue secure = new ScriptedVenue(held.sslSocketFactory())) {
      secure.rest = market::answer;
      secure.answer = AggTradeMarket::acknowledge;
      market.last.set(4);
      assertThat(secure.wsUrl()).startsWith("wss://");
      try (FeedRun run = FeedRun.trades(secure, 2, "retry.backoff.initial.ms", "1")) {
        // A first handshake on a busy machine may take too long; then there is a second.
        await()
            .atMost(Duration.ofSeconds(30))
            .until(
                () -> {
                  run.clock.advance(Duration.ofMillis(1));
                  return !secure.sockets.isEmpty();
                });
        secure.socket(0).next();
        secure.socket(0).send(AggTradeMarket.streamed(5));

        assertThat(run.ids(3)).containsExactly(3L, 4L, 5L);
      }
    } finally {
      System.setProperties(before);
    }
  }

  private static Path trusting(HeldCertificate certificate, Path file) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry("venue", certificate.certificate());
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }
}
