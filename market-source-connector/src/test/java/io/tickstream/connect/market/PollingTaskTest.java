package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.VenueFixture;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A polled venue, stockdata, over a real socket: what it answers, and what becomes of it. */
class PollingTaskTest {

  private static final String GOOD = VenueFixture.text("stockdata-quote.json");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void startServer() throws IOException {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Map<String, String> config(String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", "stockdata");
    config.put("dataset", "quote");
    config.put("symbols", "AAPL,TSLA");
    config.put("api.key", "s3cr3t-token");
    config.put("base.url", server.url("/v1").toString());
    config.put("topic", "quotes");
    config.put("poll.interval.ms", "20");
    config.put("rate.limit.per.day", "0");
    config.put("retry.backoff.initial.ms", "5");
    config.put("retry.backoff.max.ms", "20");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  private static MockResponse answer(int code, String body) {
    return new MockResponse.Builder().code(code).body(body).build();
  }

  private static List<Object> keys(List<SourceRecord> records) {
    return records.stream().map(record -> record.key()).toList();
  }

  @Test
  void everyTickerIsARecord() throws Exception {
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config())) {
      List<SourceRecord> records = run.take(2);

      assertThat(keys(records)).containsExactly("AAPL", "TSLA");
      Struct apple = (Struct) records.get(0).value();
      assertThat(records.get(0).valueSchema().name()).isEqualTo("io.tickstream.market.Quote");
      assertThat(apple.getFloat64("price")).isEqualTo(268.91);
      assertThat(apple.getInt64("market_cap")).isEqualTo(3_973_000_000_000L);
      assertThat(apple.getFloat64("week_52_high")).isEqualTo(277.32);
      assertThat(((Struct) records.get(1).value()).get("market_cap")).isNull();
      RecordedRequest request = server.takeRequest(5, TimeUnit.SECONDS);
      assertThat(request.getTarget())
          .isEqualTo("/v1/data/quote?symbols=AAPL,TSLA&api_token=s3cr3t-token");
      assertThat(request.getHeaders().get("User-Agent")).isEqualTo("tickstream-connect");
    }
  }

  @Test
  void anUnchangedQuoteIsPublishedOnce() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(answer(200, GOOD));
    }
    server.enqueue(answer(200, GOOD.replace("268.91", "268.92")));
    try (TaskRun run = TaskRun.start(config())) {
      assertThat(keys(run.take(3))).containsExactly("AAPL", "TSLA", "AAPL");
    }
  }

  @Test
  void anUnchangedQuoteIsPublishedAgainOnDemand() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(answer(200, GOOD));
    }
    try (TaskRun run = TaskRun.start(config("emit.unchanged", "true"))) {
      assertThat(run.take(6)).hasSize(6);
    }
  }

  @Test
  void aQuoteKnownBeforeTheRestartIsNotPublishedAgain() throws Exception {
    FakeTaskContext context = new FakeTaskContext();
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config(), context)) {
      context.acknowledge(run.take(2));
    }
    server.enqueue(answer(200, GOOD));
    server.enqueue(answer(200, GOOD.replace("404.35", "404.36")));
    try (TaskRun run = TaskRun.start(config(), context)) {
      assertThat(keys(run.take(1))).containsExactly("TSLA");
    }
  }

  @Test
  void aStruggleOfTheVenueNeverBecomesARecord() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .code(429)
            .addHeader("Retry-After", "0")
            .body(VenueFixture.text("stockdata-error-429.json"))
            .build());
    server.enqueue(answer(500, "{\"error\":{\"code\":\"server_error\"}}"));
    server.enqueue(answer(503, "<html>maintenance</html>"));
    server.enqueue(answer(200, "garbage"));
    server.enqueue(answer(200, ""));
    server.enqueue(answer(200, "{\"data\":{\"AAPL\":"));
    server.enqueue(answer(200, "[1,2,3]"));
    server.enqueue(answer(200, "{\"data\":[],\"data\":[]}"));
    server.enqueue(answer(200, "{\"data\":[{\"ticker\":\"AAPL\",\"price\":NaN}]}"));
    server.enqueue(answer(200, "{\"data\":[{\"ticker\":\"AAPL\",\"price\":1e999999999}]}"));
    server.enqueue(answer(204, ""));
    server.enqueue(
        new MockResponse.Builder()
            .code(200)
            .setHeader("Content-Type", "text/html")
            .body("<html>Please log in</html>")
            .build());
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config())) {
      assertThat(keys(run.take(2))).containsExactly("AAPL", "TSLA");
      assertThat(server.getRequestCount()).isGreaterThanOrEqualTo(13);
      assertThat(TaskRun.metric(Metric.FAILED_REQUESTS)).isEqualTo(11);
      // Eight answers with a good status, and one quote in another.
      assertThat(TaskRun.metric(Metric.MALFORMED)).isEqualTo(9);
    }
  }

  @Test
  void noDigitOfADecimalPassesThroughADouble() throws Exception {
    String digits = "1234567890123456789.12345678";
    server.enqueue(answer(200, GOOD.replace("268.91", digits)));
    try (TaskRun run = TaskRun.start(config("value.price.type", "decimal"))) {
      Struct apple = (Struct) run.take(1).get(0).value();
      assertThat(apple.get("price")).isEqualTo(new BigDecimal(digits));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "raw", "envelope"})
  void aShortKeyThatAGoodAnswerEchoesIsNotPublishedEither(String mode) throws Exception {
    server.enqueue(answer(200, GOOD.replace("Apple Inc", "Apple Inc, asked for by demo")));
    try (TaskRun run = TaskRun.start(config("api.key", "demo", "value.mode", mode))) {
      String published = run.take(1).toString();
      assertThat(published).contains("asked for by ***").doesNotContain("demo").contains("268.91");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"record", "raw", "envelope"})
  void aKeyThatAGoodAnswerEchoesIsNotPublished(String mode) throws Exception {
    String key = "s3cr3t/token+of=mine";
    server.enqueue(
        answer(
            200,
            GOOD.replace("Apple Inc", "Apple Inc for " + key)
                .replace("NASDAQ Stock Exchange", "s3cr3t\\/token+of=mine")));
    try (TaskRun run = TaskRun.start(config("api.key", key, "value.mode", mode))) {
      String published = run.take(1).toString();
      assertThat(published).contains("***").doesNotContain("s3cr3t").doesNotContain("mine");
    }
  }

  @Test
  void brokenConnectionsAreTriedAgain() throws Exception {
    server.enqueue(
        new MockResponse.Builder()
            .body(GOOD)
            .onResponseBody(new SocketEffect.CloseSocket())
            .build());
    server.enqueue(
        new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config())) {
      assertThat(run.take(2)).hasSize(2);
      assertThat(TaskRun.metric(Metric.FAILED_REQUESTS)).isEqualTo(2);
    }
  }

  @Test
  void anAnswerThatTricklesIsGivenUp() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body(GOOD).throttleBody(1, 100, TimeUnit.MILLISECONDS).build());
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config("http.call.timeout.ms", "300"))) {
      assertThat(run.take(2)).hasSize(2);
      assertThat(TaskRun.metric(Metric.FAILED_REQUESTS)).isEqualTo(1);
    }
  }

  @Test
  void anAnswerThatIsTooLargeIsGivenUp() throws Exception {
    Buffer folded = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(folded))) {
      gzip.writeUtf8(" ".repeat(5_000_000));
    }
    server.enqueue(
        new MockResponse.Builder()
            .headers(Headers.of("Content-Encoding", "gzip"))
            .body(folded)
            .build());
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config("http.max.response.bytes", "1000000"))) {
      assertThat(run.take(2)).hasSize(2);
      assertThat(TaskRun.metric(Metric.FAILED_REQUESTS)).isEqualTo(1);
    }
  }

  @Test
  void zippedAnswersAreUnzipped() throws Exception {
    Buffer folded = new Buffer();
    try (var gzip = Okio.buffer(new GzipSink(folded))) {
      gzip.writeUtf8(GOOD);
    }
    server.enqueue(
        new MockResponse.Builder()
            .headers(Headers.of("Content-Encoding", "gzip"))
            .body(folded)
            .build());
    try (TaskRun run = TaskRun.start(config())) {
      assertThat(run.take(2)).hasSize(2);
      assertThat(server.takeRequest(5, TimeUnit.SECONDS).getHeaders().get("Accept-Encoding"))
          .contains("gzip");
    }
  }

  @Test
  void headersOfOnesOwnAreSentButNotToOtherHosts() throws Exception {
    try (MockWebServer other = new MockWebServer()) {
      other.start();
      other.enqueue(answer(200, GOOD));
      server.enqueue(
          new MockResponse.Builder()
              .code(302)
              .addHeader("Location", other.url("/elsewhere").toString())
              .build());
      try (TaskRun run =
          TaskRun.start(config("http.headers", "X-Key: abc|X-Other: d", "http.user.agent", "me"))) {
        run.take(2);
        assertThat(server.takeRequest(5, TimeUnit.SECONDS).getHeaders().get("X-Key"))
            .isEqualTo("abc");
        RecordedRequest redirected = other.takeRequest(5, TimeUnit.SECONDS);
        assertThat(redirected.getHeaders().get("X-Key")).isNull();
        assertThat(redirected.getHeaders().get("X-Other")).isNull();
        assertThat(redirected.getHeaders().get("User-Agent")).isEqualTo("me");
      }
    }
  }

  @Test
  void aProxyIsAskedInTheVenuesStead() throws Exception {
    server.enqueue(
        new MockResponse.Builder().code(407).addHeader("Proxy-Authenticate", "Basic").build());
    server.enqueue(answer(200, GOOD));
    try (TaskRun run =
        TaskRun.start(
            config(
                "base.url",
                "http://api.example.invalid/v1",
                "http.proxy.host",
                server.getHostName(),
                "http.proxy.port",
                Integer.toString(server.getPort()),
                "http.proxy.user",
                "me",
                "http.proxy.password",
                "pass"))) {
      run.take(2);
      server.takeRequest(5, TimeUnit.SECONDS);
      RecordedRequest proxied = server.takeRequest(5, TimeUnit.SECONDS);
      assertThat(proxied.getRequestLine()).startsWith("GET http://api.example.invalid/v1/data");
      assertThat(proxied.getHeaders().get("Proxy-Authorization")).isEqualTo("Basic bWU6cGFzcw==");
    }
  }

  @Test
  void oneConnectionServesManyRequests() throws Exception {
    for (int i = 0; i < 5; i++) {
      server.enqueue(answer(200, GOOD));
    }
    try (TaskRun run = TaskRun.start(config("emit.unchanged", "true"))) {
      run.take(10);
    }
    server.takeRequest();
    assertThat(server.takeRequest().getExchangeIndex()).isEqualTo(1);
  }

  @Test
  void aWrongKeyFailsTheTaskAndSaysSo() throws Exception {
    server.enqueue(answer(401, VenueFixture.text("stockdata-error-401.json")));
    try (TaskRun run = TaskRun.start(config())) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("check api.key")
          .hasMessageNotContaining("s3cr3t");
    }
  }

  @Test
  void aUsedUpQuotaShowsInAMetricAndTheTaskWaits() throws Exception {
    server.enqueue(answer(402, VenueFixture.text("stockdata-error-402.json")));
    try (TaskRun run = TaskRun.start(config())) {
      await().until(() -> TaskRun.metric(Metric.QUOTA_PAUSED) == 1);
      assertThat(run.poll()).isEmpty();
      assertThat(server.getRequestCount()).isEqualTo(1);
    }
  }

  @Test
  void aSymbolTheVenueDoesNotKnowIsLeftOutOfLaterRequests() throws Exception {
    for (int i = 0; i < 3; i++) {
      server.enqueue(answer(200, GOOD));
    }
    try (TaskRun run =
        TaskRun.start(config("symbols", "AAPL,NOPE,TSLA", "emit.unchanged", "true"))) {
      run.take(6);
    }
    assertThat(server.takeRequest().getTarget()).contains("symbols=AAPL,NOPE,TSLA&");
    assertThat(server.takeRequest().getTarget()).contains("symbols=AAPL,TSLA&");
  }

  @Test
  void aSymbolThatWasKnownIsAskedForAgainThoughOneAnswerLeavesItOut() throws Exception {
    server.enqueue(answer(200, GOOD));
    server.enqueue(answer(200, "{\"data\":[]}"));
    server.enqueue(answer(200, GOOD.replace("404.35", "404.36")));
    try (TaskRun run = TaskRun.start(config())) {
      assertThat(keys(run.take(3))).containsExactly("AAPL", "TSLA", "TSLA");
    }
  }

  @Test
  void moreSymbolsThanThePlanAllowsAreSeveralRequests() throws Exception {
    server.enqueue(answer(200, GOOD));
    server.enqueue(answer(200, "{\"data\":[]}"));
    try (TaskRun run = TaskRun.start(config("symbols", "AAPL,B,C,D,TSLA"))) {
      run.take(1);
      assertThat(server.takeRequest(5, TimeUnit.SECONDS).getTarget()).contains("=AAPL,B,C&");
      assertThat(server.takeRequest(5, TimeUnit.SECONDS).getTarget()).contains("=D,TSLA&");
    }
  }

  @Test
  void anEnvelopeIsTheWholeAnswerWithItsTime() throws Exception {
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config("value.mode", "envelope"))) {
      SourceRecord record = run.take(1).get(0);
      String text = (String) record.value();
      assertThat(text)
          .startsWith(GOOD.strip().substring(0, 40))
          .containsPattern("\"timestamp_utc\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ\"}$");
      assertThat(record.key()).isEqualTo("AAPL,TSLA");
    }
  }

  @Test
  void rawIsTheVenuesJsonOfOneQuote() throws Exception {
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config("value.mode", "raw"))) {
      assertThat((String) run.take(2).get(1).value())
          .startsWith("{\"ticker\":\"TSLA\"")
          .contains("\"price\":404.35")
          .contains("\"day_low\":398.11");
    }
  }

  @Test
  void everyAnswerIsATransaction() throws Exception {
    server.enqueue(answer(200, GOOD));
    try (TaskRun run = TaskRun.start(config())) {
      List<SourceRecord> records = run.take(2);
      assertThat(run.context.commits).containsExactly(records.get(1));
    }
  }
}
