package io.tickstream.connect.market.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.metrics.Metric;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Streams of trades with history, over a venue that does what it should not. */
class StreamFeedTest {

  private final AggTradeMarket market = new AggTradeMarket();
  private ScriptedVenue venue;

  @BeforeEach
  void open() throws Exception {
    venue = new ScriptedVenue(null);
    venue.rest = market::answer;
    venue.answer = AggTradeMarket::acknowledge;
  }

  @AfterEach
  void close() {
    venue.close();
  }

  private static List<Long> range(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  /** A trade in the history, and on the stream. */
  private void trade(int socket, long id) {
    market.last.set(id);
    venue.socket(socket).send(AggTradeMarket.streamed(id));
  }

  @Test
  void whatCameSinceTheStoredOffsetIsFetchedAndTheStreamGoesOn() throws Exception {
    market.last.set(5);
    try (FeedRun run = FeedRun.trades(venue, 2)) {
      assertThat(run.ids(3)).isEqualTo(range(3, 5));
      trade(0, 6);
      trade(0, 7);

      assertThat(run.ids(5)).isEqualTo(range(3, 7));
      assertThat(run.metric(Metric.GAPS_FILLED)).isEqualTo(1);
    }
  }

  @Test
  void withoutAnOffsetItBeginsWithThePresent() throws Exception {
    try (FeedRun run = FeedRun.trades(venue, 0)) {
      assertThat(venue.socket(0).next()).contains("btcusdt@aggTrade");
      trade(0, 1);

      assertThat(run.ids(1)).isEqualTo(range(1, 1));
      assertThat(run.metric(Metric.GAPS_FILLED)).isZero();
    }
  }

  @Test
  void whatComesTwiceIsPublishedOnce() throws Exception {
    market.last.set(5);
    try (FeedRun run = FeedRun.trades(venue, 2)) {
      run.ids(3);
      trade(0, 4);
      trade(0, 5);
      trade(0, 6);

      assertThat(run.ids(4)).isEqualTo(range(3, 6));
      assertThat(run.metric(Metric.DUPLICATES_DROPPED)).isEqualTo(2);
    }
  }

  @Test
  void aGapAndTheFrameThatShowsItAreOneTransaction() throws Exception {
    market.last.set(5);
    try (FeedRun run = FeedRun.trades(venue, 4)) {
      run.ids(1);
      trade(0, 9);

      assertThat(run.ids(5)).isEqualTo(range(5, 9));
      assertThat(run.batches.get(run.batches.size() - 1).events()).hasSize(4);
    }
  }

  @Test
  void aGapOfSeveralPagesIsFilledInFull() throws Exception {
    market.last.set(2_500);
    try (FeedRun run = FeedRun.trades(venue, 1)) {
      assertThat(run.ids(2_499)).isEqualTo(range(2, 2_500));
    }
  }

  @Test
  void aHistoryThatLagsBehindIsAskedAgain() throws Exception {
    market.last.set(5);
    try (FeedRun run = FeedRun.trades(venue, 4)) {
      run.ids(1);
      int asked = venue.requests.size();
      venue.socket(0).send(AggTradeMarket.streamed(8));
      await().until(() -> venue.requests.size() > asked);
      market.last.set(8);

      assertThat(run.ids(4)).isEqualTo(range(5, 8));
      assertThat(run.metric(Metric.GAPS_LOST)).isZero();
    }
  }

  @Test
  void aHistoryThatGivesLessThanItIsAskedForIsAskedOnAndOn() throws Exception {
    market.last.set(5);
    market.page = 3;
    try (FeedRun run = FeedRun.trades(venue, 4)) {
      run.ids(1);
      trade(0, 60);

      assertThat(run.ids(56)).isEqualTo(range(5, 60));
      assertThat(run.metric(Metric.GAPS_LOST)).isZero();
    }
  }

  @Test
  void aNumberThatDoesNotExistIsGivenUpLoudly() throws Exception {
    market.last.set(5);
    try (FeedRun run = FeedRun.trades(venue, 4)) {
      run.ids(1);
      venue.socket(0).send(AggTradeMarket.streamed(8));

      assertThat(run.ids(2)).containsExactly(5L, 8L);
      assertThat(run.metric(Metric.GAPS_LOST)).isEqualTo(1);
    }
  }

  @Test
  void aFailingHistoryHoldsTheStreamUntilItAnswers() throws Exception {
    market.last.set(5);
    try (FeedRun run = FeedRun.trades(venue, 4)) {
      run.ids(1);
      int[] failures = {0};
      venue.rest =
          path ->
              failures[0]++ < 3
                  ? ScriptedVenue.status(failures[0] == 1 ? 429 : 500)
                  : market.answer(path);
      trade(0, 8);

      assertThat(run.ids(4)).isEqualTo(range(5, 8));
      assertThat(run.metric(Metric.FAILED_REQUESTS)).isEqualTo(3);
      assertThat(run.metric(Metric.THROTTLED_MS)).isEqualTo(60_000);
    }
  }

  @Test
  void aLostConnectionIsReplacedAndItsGapFilled() throws Exception {
    try (FeedRun run = FeedRun.trades(venue, 0, "retry.backoff.initial.ms", "1")) {
      venue.socket(0).next();
      trade(0, 1);
      run.ids(1);
      venue.socket(0).close();
      market.last.set(4);
      await()
          .until(
              () -> {
                run.clock.advance(Duration.ofMillis(10));
                return venue.sockets.size() > 1;
              });
      trade(1, 5);

      assertThat(run.ids(5)).isEqualTo(range(1, 5));
      assertThat(run.metric(Metric.RECONNECTS)).isEqualTo(1);
    }
  }

  @Test
  void aSubscriptionNobodyAcknowledgesIsNotWaitedForInSilence() throws Exception {
    venue.answer = frame -> null;
    try (FeedRun run = FeedRun.trades(venue, 0, "retry.backoff.initial.ms", "1")) {
      venue.socket(0).next();
      run.clock.advance(Duration.ofSeconds(11));
      await().until(() -> run.metric(Metric.RECONNECTS) == 1);
      venue.answer = AggTradeMarket::acknowledge;
      run.clock.advance(Duration.ofSeconds(1));
      venue.socket(1);
      trade(1, 1);

      assertThat(run.ids(1)).isEqualTo(range(1, 1));
    }
  }

  @Test
  void aRefusedSubscriptionFailsTheTask() throws Exception {
    venue.answer = frame -> "{\"code\":2,\"msg\":\"Invalid request\"}";
    try (FeedRun run = FeedRun.trades(venue, 0)) {
      assertThatThrownBy(() -> run.take(1))
          .isInstanceOf(ConnectException.class)
          .hasMessageContaining("The subscription was refused")
          .hasMessageContaining("code 2");
    }
  }

  @Test
  void aConnectionWithoutASignOfLifeIsReplaced() throws Exception {
    venue.answer = frame -> frame.contains("LIST") ? null : AggTradeMarket.acknowledge(frame);
    try (FeedRun run =
        FeedRun.trades(venue, 0, "ws.idle.timeout.ms", "30000", "retry.backoff.initial.ms", "1")) {
      venue.socket(0).next();
      run.clock.advance(Duration.ofSeconds(26));
      assertThat(venue.socket(0).next()).contains("LIST_SUBSCRIPTIONS");
      run.clock.advance(Duration.ofSeconds(5));
      await().until(() -> run.metric(Metric.RECONNECTS) == 1);
      run.clock.advance(Duration.ofSeconds(1));

      venue.socket(1);
      await().until(() -> venue.socket(0).over);
    }
  }

  @Test
  void aQuietMarketThatAnswersIsNotReplaced() throws Exception {
    try (FeedRun run = FeedRun.trades(venue, 0, "ws.idle.timeout.ms", "30000")) {
      venue.socket(0).next();
      for (int i = 0; i < 5; i++) {
        run.clock.advance(Duration.ofSeconds(26));
        assertThat(venue.socket(0).next()).contains("LIST_SUBSCRIPTIONS");
        trade(0, i + 1);
        run.ids(i + 1);
      }

      assertThat(venue.sockets).hasSize(1);
      assertThat(run.metric(Metric.RECONNECTS)).isZero();
    }
  }

  @Test
  void anOldConnectionIsReplacedBeforeItEndsWithoutGapOrRepetition() throws Exception {
    try (FeedRun run = FeedRun.trades(venue, 0, "ws.idle.timeout.ms", "0")) {
      venue.socket(0).next();
      trade(0, 1);
      run.ids(1);
      venue.answer = frame -> frame.contains("LIST") ? null : AggTradeMarket.acknowledge(frame);
      run.clock.advance(Duration.ofHours(23).plusMinutes(48));
      trade(0, 2);
      run.ids(2);
      assertThat(venue.sockets).as("not too early").hasSize(1);
      venue.answer = frame -> null;
      run.clock.advance(Duration.ofMinutes(2));
      ScriptedVenue.Socket successor = venue.socket(1);
      String subscribe = successor.next();
      trade(0, 3);
      run.ids(3);
      assertThat(venue.socket(0).over).as("the old one works until the new one does").isFalse();
      successor.send(AggTradeMarket.acknowledge(subscribe));
      successor.send(AggTradeMarket.streamed(3));
      trade(1, 4);

      assertThat(run.ids(4)).isEqualTo(range(1, 4));
      await().until(() -> venue.socket(0).over);
      assertThat(venue.sockets).hasSize(2);
    }
  }

  @Test
  void whileAReplacementIsRefusedThePausesGrowThoughTheOldConnectionIsFine() throws Exception {
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (FeedRun run = FeedRun.trades(venue, 0, "ws.idle.timeout.ms", "0")) {
      venue.socket(0).next();
      venue.refusal = ScriptedVenue.status(503);
      run.clock.advance(Duration.ofHours(23).plusMinutes(49));
      for (int refused = 1; refused <= 12; refused++) {
        run.clock.advance(Duration.ofSeconds(61));
        // One for the attempt, one for its failure.
        int reconnects = 2 * refused;
        await().until(() -> run.metric(Metric.RECONNECTS) == reconnects);
      }
      String said = log.toString(StandardCharsets.UTF_8);
      assertThat(said).doesNotContain("stable again");
      assertThat(Pattern.compile("gain(?:, first)? in (\\d+) ms").matcher(said).results())
          .anyMatch(pause -> Long.parseLong(pause.group(1)) > 1_000);

      venue.refusal = ScriptedVenue.status(101);
      run.clock.advance(Duration.ofSeconds(61));
      venue.socket(1).next();
      await().until(() -> venue.socket(0).over);
      run.clock.advance(Duration.ofSeconds(61));
      await().until(() -> log.toString(StandardCharsets.UTF_8).contains("stable again"));
    } finally {
      System.setErr(err);
    }
  }

  @Test
  void aShutdownNoticeIsActedOnAtOnce() throws Exception {
    try (FeedRun run = FeedRun.trades(venue, 0)) {
      venue.socket(0).next();
      trade(0, 1);
      run.ids(1);
      venue.socket(0).send("{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\"}}");
      venue.socket(1).next();
      trade(1, 2);

      assertThat(run.ids(2)).isEqualTo(range(1, 2));
      await().until(() -> venue.socket(0).over);
    }
  }

  @Test
  void aFullQueueDisconnectsAndNothingIsLost() throws Exception {
    try (FeedRun run =
        FeedRun.trades(venue, 0, "queue.max.records", "5", "queue.block.max.ms", "100")) {
      venue.socket(0).next();
      for (int id = 1; id <= 30 && venue.socket(0).trySend(AggTradeMarket.streamed(id)); id++) {
        market.last.set(id);
      }
      await().until(() -> venue.socket(0).over);
      market.last.set(40);

      assertThat(run.ids(40)).isEqualTo(range(1, 40));
      trade(1, 41);
      assertThat(run.ids(41)).isEqualTo(range(1, 41));
      assertThat(run.metric(Metric.RECONNECTS)).isPositive();
    }
  }

  @Test
  void aThrottledHandshakeWaitsAsLongAsTold() throws Exception {
    venue.refusal = new MockResponse(429, ScriptedVenue.headers("Retry-After", "100"), "");
    try (FeedRun run = FeedRun.trades(venue, 0)) {
      await().until(() -> run.metric(Metric.RECONNECTS) == 1);
      venue.refusal = ScriptedVenue.status(101);
      run.clock.advance(Duration.ofSeconds(99));
      await().during(Duration.ofMillis(200)).until(venue.sockets::isEmpty);
      run.clock.advance(Duration.ofSeconds(2));

      venue.socket(0);
    }
  }

  @Test
  void brokenFramesAreCountedAndNothingElse() throws Exception {
    try (FeedRun run = FeedRun.trades(venue, 0)) {
      venue.socket(0).next();
      for (String frame :
          List.of("{", "<html>", "[]", AggTradeMarket.streamed(1).replace("1.50", "x"))) {
        venue.socket(0).send(frame);
      }
      trade(0, 1);

      assertThat(run.ids(1)).isEqualTo(range(1, 1));
      assertThat(run.metric(Metric.MALFORMED)).isEqualTo(4);
    }
  }

  @Test
  void anUnknownSymbolIsLeftOutAndTheOthersGoOn() throws Exception {
    venue.rest =
        path ->
            path.contains("NOPE")
                ? new MockResponse(400, ScriptedVenue.headers(), "{\"code\":-1121,\"msg\":\"\"}")
                : market.answer(path);
    try (FeedRun run =
        new FeedRun(
            venue,
            Map.of("provider", "binance", "dataset", "trade", "symbols", "BTCUSDT,NOPE"),
            Map.of())) {
      venue.socket(0).next();
      trade(0, 1);

      assertThat(run.ids(1)).isEqualTo(range(1, 1));
      await().until(() -> run.metric(Metric.UNKNOWN_SYMBOLS) == 1);
    }
  }

  @Test
  void stoppingTakesNoTimeWhateverItIsDoing() throws Exception {
    FeedRun connected = FeedRun.trades(venue, 0);
    venue.socket(0).next();
    assertThat(timeToClose(connected)).isLessThan(1_000);

    market.last.set(30);
    FeedRun full = FeedRun.trades(venue, 1, "queue.max.records", "5");
    venue.socket(1).next();
    trade(1, 31);
    await().until(() -> full.metric(Metric.QUEUE_DEPTH) > 0);
    assertThat(timeToClose(full)).isLessThan(1_000);

    venue.refusal =
        new MockResponse.Builder()
            .code(200)
            .headersDelay(1, java.util.concurrent.TimeUnit.MINUTES)
            .build();
    FeedRun handshake = FeedRun.trades(venue, 0);
    assertThat(timeToClose(handshake)).isLessThan(1_000);
  }

  private static long timeToClose(FeedRun run) {
    long begin = System.nanoTime();
    run.close();
    return Duration.ofNanos(System.nanoTime() - begin).toMillis();
  }
}
