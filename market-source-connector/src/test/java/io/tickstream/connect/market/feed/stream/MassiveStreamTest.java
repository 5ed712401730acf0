package io.tickstream.connect.market.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.offset.Positioned;
import io.tickstream.connect.market.provider.VenueFixture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Massive's streams, over the wire, and the history that fills their gaps. */
class MassiveStreamTest {

  private ScriptedVenue venue;

  @BeforeEach
  void open() throws Exception {
    venue = new ScriptedVenue(null);
  }

  @AfterEach
  void close() {
    venue.close();
  }

  @Test
  void massiveIsShownTheKeyThenSubscribedTo() throws Exception {
    venue.rest = path -> new MockResponse(200, ScriptedVenue.headers(), "{\"status\":\"OK\"}");
    venue.greeting = "[{\"ev\":\"status\",\"status\":\"connected\"}]";
    venue.answer =
        frame ->
            frame.contains("auth")
                ? "[{\"ev\":\"status\",\"status\":\"auth_success\"}]"
                : "[{\"ev\":\"status\",\"status\":\"success\",\"message\":\"subscribed to: AM.AAPL\"}]";
    try (FeedRun run =
        FeedRun.of(
            venue,
            Map.of(),
            "provider",
            "massive",
            "dataset",
            "bar",
            "interval",
            "1m",
            "symbols",
            "AAPL",
            "api.key",
            "k3y",
            "start.from",
            "2026-11-18")) {
      assertThat(venue.socket(0).next()).isEqualTo("{\"action\":\"auth\",\"params\":\"k3y\"}");
      assertThat(venue.socket(0).next())
          .isEqualTo("{\"action\":\"subscribe\",\"params\":\"AM.AAPL\"}");
      await().until(() -> venue.requests.size() == 1);
      venue
          .socket(0)
          .send(
              "[{\"ev\":\"AM\",\"sym\":\"AAPL\",\"v\":5,\"o\":1,\"c\":1,\"h\":1,\"l\":1,\"s\":1795035480000,\"e\":1795035540000}]");

      Bar bar = (Bar) run.take(1).get(0).event();
      assertThat(bar.closed()).isTrue();
      assertThat(venue.requests).as("at the start and before the first bar").hasSize(2);
    }
  }

  /** A trade of Massive's, all of one exchange, two in every millisecond. */
  private static String trade(long id, boolean streamed) {
    long timeMs = VenueFixture.NOW_MS + id / 2;
    return (streamed
            ? "{\"ev\":\"T\",\"sym\":\"AAPL\",\"x\":4,\"i\":\"%d\",\"p\":1,\"s\":1,\"t\":%d}"
            : "{\"exchange\":4,\"id\":\"%d\",\"price\":1,\"size\":1,\"sip_timestamp\":%d000000}")
        .formatted(id, timeMs);
  }

  /** Massive's history of trades up to an id, three to a page. */
  private static MockResponse history(String path, long last) {
    Matcher cursor = Pattern.compile("cursor=(\\d+)").matcher(path);
    long first =
        cursor.find()
            ? Long.parseLong(cursor.group(1))
            : 2
                * (Long.parseLong(path.replaceAll(".*gte=(\\d+)000000&.*", "$1"))
                    - VenueFixture.NOW_MS);
    List<String> page = new ArrayList<>();
    for (long id = Math.max(1, first); id <= last && page.size() < 3; id++) {
      page.add(trade(id, false));
    }
    String next = page.size() == 3 ? ",\"next_url\":\"https://x/v3/trades/AAPL?cursor=%d\"" : "";
    return new MockResponse(
        200,
        ScriptedVenue.headers(),
        ("{\"status\":\"OK\",\"results\":%s" + next + "}").formatted(page, Math.max(1, first) + 3));
  }

  private FeedRun trades(Map<String, Object> offset) {
    venue.greeting = "[{\"ev\":\"status\",\"status\":\"connected\"}]";
    venue.answer =
        frame ->
            frame.contains("auth")
                ? "[{\"ev\":\"status\",\"status\":\"auth_success\"}]"
                : "[{\"ev\":\"status\",\"status\":\"success\",\"message\":\"subscribed to: T.AAPL\"}]";
    return FeedRun.of(
        venue,
        offset,
        "provider",
        "massive",
        "massive.plan",
        "paid",
        "dataset",
        "trade",
        "symbols",
        "AAPL",
        "api.key",
        "k3y");
  }

  private static List<String> numbered(long first, long last) {
    return LongStream.rangeClosed(first, last).mapToObj(id -> "4-" + id).toList();
  }

  private static List<String> ids(List<Positioned> events) {
    return events.stream().map(event -> event.event().id()).toList();
  }

  @Test
  void whatMassivesStreamOfTradesMissedIsFetchedOnce() throws Exception {
    long[] last = {9};
    venue.rest = path -> history(path, last[0]);
    // The last one published is the second of its millisecond.
    try (FeedRun run = trades(Map.of("ts", VenueFixture.NOW_MS + 2, "id", "4-5"))) {
      run.take(4);
      last[0] = 11;
      venue.socket(0).send("[" + trade(9, true) + "," + trade(11, true) + "]");
      run.take(6);
      venue.socket(0).close();
      last[0] = 16;
      await()
          .until(
              () -> {
                run.clock.advance(Duration.ofMillis(10));
                return venue.sockets.size() > 1;
              });
      run.take(11);
      venue.socket(1).send("[" + trade(16, true) + "," + trade(17, true) + "]");

      assertThat(ids(run.take(12))).isEqualTo(numbered(6, 17));
      assertThat(run.metric(Metric.GAPS_LOST)).isZero();
      assertThat(run.metric(Metric.GAPS_FILLED)).isPositive();
    }
  }

  @Test
  void aHistoryOfMassivesThatLagsBehindTheStreamIsAskedAgain() throws Exception {
    // At the subscription, at the first trade, and once more.
    venue.rest = path -> history(path, venue.requests.size() > 2 ? 12 : 8);
    try (FeedRun run = trades(Map.of("ts", VenueFixture.NOW_MS + 3, "id", "4-7"))) {
      run.take(1);
      venue.socket(0).send("[" + trade(12, true) + "]");

      assertThat(ids(run.take(5))).isEqualTo(numbered(8, 12));
      assertThat(run.metric(Metric.GAPS_LOST)).isZero();
    }
  }

  @Test
  void massivesTradesAreTakenAsTheyComeThoughOurClockIsAheadOfThem() throws Exception {
    venue.rest = path -> history(path, 0);
    try (FeedRun run = trades(Map.of())) {
      venue.socket(0).send("[" + trade(-900, true) + "," + trade(-899, true) + "]");

      assertThat(ids(run.take(2))).containsExactly("4--900", "4--899");
    }
  }
}
