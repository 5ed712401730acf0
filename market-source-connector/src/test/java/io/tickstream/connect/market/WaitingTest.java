package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.feed.Batch;
import io.tickstream.connect.market.feed.Feed;
import io.tickstream.connect.market.feed.FeedContext;
import io.tickstream.connect.market.limit.FakeClock;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.metrics.SourceMetrics;
import io.tickstream.connect.market.provider.VenueFixture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * How long a task waits for a venue that asks it to: on a clock that is only slept through, hours
 * take no time.
 */
class WaitingTest {

  private final MockWebServer server = new MockWebServer();
  private final FakeClock clock = new FakeClock();
  private final SourceMetrics metrics = new SourceMetrics();
  private final List<Long> askedAt = new ArrayList<>();
  private final List<MockResponse> answers = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final PrintStream err = System.err;

  @BeforeEach
  void start() throws Exception {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public synchronized MockResponse dispatch(RecordedRequest request) {
            askedAt.add(clock.nowMs());
            return askedAt.size() <= answers.size()
                ? answers.get(askedAt.size() - 1)
                : new MockResponse.Builder()
                    .body(VenueFixture.text("stockdata-quote.json"))
                    .build();
          }
        });
    server.start();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setErr(err);
    server.close();
  }

  private static MockResponse error(int code, String... header) {
    MockResponse.Builder builder = new MockResponse.Builder().code(code);
    if (header.length > 0) {
      builder.addHeader(header[0], header[1]);
    }
    return builder.build();
  }

  /** Runs until the first good answer; gives the time between the requests before it. */
  private List<Long> waits(MockResponse... first) throws Exception {
    answers.addAll(List.of(first));
    Map<String, String> options = new HashMap<>();
    options.put("provider", "stockdata");
    options.put("dataset", "quote");
    options.put("symbols", "AAPL,TSLA");
    options.put("api.key", "k3y");
    options.put("topic", "t");
    options.put("base.url", server.url("").toString());
    options.put("http.call.timeout.ms", "20000");
    MarketSourceConfig config = new MarketSourceConfig(options);
    FeedContext context =
        new FeedContext(
            config.settings(config.listedSymbols()),
            config.listedSymbols(),
            2,
            1,
            partition -> Map.of(),
            0,
            false,
            null,
            clock,
            metrics,
            config.redactor(),
            "waiting-0");
    try (Feed feed = Feeds.open(config.provider(), context)) {
      feed.start();
      Batch batch = feed.poll(20_000);
      assertThat(batch).isNotNull();
    }
    List<Long> waits = new ArrayList<>();
    for (int i = 1; i <= first.length; i++) {
      waits.add(askedAt.get(i) - askedAt.get(i - 1));
    }
    return waits;
  }

  private long warnings() {
    return log.toString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.contains("WARN"))
        .count();
  }

  @Test
  void retryAfterIsKeptToTheSecondOrTheDate() throws Exception {
    String inTenMinutes =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            Instant.ofEpochMilli(clock.nowMs() + 600_000).atZone(ZoneOffset.UTC));
    List<Long> waits =
        waits(error(429, "Retry-After", inTenMinutes), error(429, "Retry-After", "7"));
    assertThat(waits.get(0)).isBetween(599_000L, 603_000L);
    assertThat(waits.get(1)).isBetween(7_000L, 8_000L);
  }

  @Test
  void withoutRetryAfterTheResetHeaderCountsElseAMinute() throws Exception {
    String reset = Long.toString(clock.nowMs() / 1_000 + 30);
    List<Long> waits = waits(error(429, "X-RateLimit-Reset", reset), error(429));
    assertThat(waits.get(0)).isBetween(29_000L, 33_000L);
    assertThat(waits.get(1)).isBetween(60_000L, 63_000L);
    assertThat(metrics.get(Metric.THROTTLED_MS)).isGreaterThanOrEqualTo(89_000);
  }

  @Test
  void aUsedUpQuotaPausesUntilMidnightUtcAndSaysSoOnce() throws Exception {
    long midnight = Instant.parse("2026-11-19T00:00:00Z").toEpochMilli();
    List<Long> waits = waits(error(402));
    assertThat(askedAt.get(0) + waits.get(0)).isBetween(midnight, midnight + 3_000);
    assertThat(warnings()).isEqualTo(1);
    assertThat(metrics.get(Metric.QUOTA_PAUSED)).isZero();
  }

  @Test
  void aUsedUpQuotaIsWaitedForAsLongAsToldAndSaidThoughOtherFailuresCameBefore() throws Exception {
    String reset = Long.toString(clock.nowMs() / 1_000 + 30);
    List<Long> waits =
        waits(
            error(500),
            error(402, "Retry-After", "1800"),
            error(402, "X-RateLimit-Reset", reset),
            error(402, "Retry-After", "0"));
    assertThat(waits.get(1)).isBetween(1_800_000L, 1_803_000L);
    assertThat(waits.get(2)).isGreaterThan(3_600_000L);
    assertThat(waits.get(3)).isBetween(60_000L, 63_000L);
    assertThat(warnings()).isEqualTo(2);
  }

  @Test
  void aResetMayBeSecondsFromNowOrEpochMilliseconds() throws Exception {
    String reset = Long.toString(clock.nowMs() + 30_000);
    List<Long> waits =
        waits(
            error(429, "X-RateLimit-Reset", reset),
            error(429, "X-RateLimit-Reset", "20"),
            error(429, "X-RateLimit-Reset", "999999999999999999"));
    assertThat(waits.get(0)).isBetween(29_000L, 33_000L);
    assertThat(waits.get(1)).isBetween(20_000L, 22_000L);
    assertThat(waits.get(2)).isBetween(60_000L, 63_000L);
  }

  @Test
  void aBanIsNeverBrokenEarly() throws Exception {
    List<Long> waits = waits(error(418, "Retry-After", "7200"), error(418));
    assertThat(waits.get(0)).isBetween(7_200_000L, 7_203_000L);
    assertThat(waits.get(1)).isBetween(300_000L, 303_000L);
  }

  @Test
  void serverErrorsBackOffWithGrowingPausesAndOneWarning() throws Exception {
    MockResponse[] errors = new MockResponse[12];
    Arrays.fill(errors, error(500));
    List<Long> waits = waits(errors);
    for (int i = 0; i < waits.size(); i++) {
      assertThat(waits.get(i)).isBetween(1L, Math.min(60_000L, 1_000L << i) + 100);
    }
    assertThat(waits.stream().mapToLong(Long::longValue).max().getAsLong()).isGreaterThan(4_000);
    assertThat(warnings()).isEqualTo(1);
    assertThat(metrics.get(Metric.FAILED_REQUESTS)).isEqualTo(12);
  }
}
