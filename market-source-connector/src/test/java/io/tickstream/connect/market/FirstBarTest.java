package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bars of an exchange whose days begin before those of UTC, from the beginning on. */
class FirstBarTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void startServer() throws Exception {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Map<String, String> config(String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", "yahoo");
    config.put("dataset", "bar");
    config.put("symbols", "SAP.DE");
    config.put("topic", "t");
    config.put("base.url", server.url("").toString());
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  /** A chart with a row at each of the times. */
  private static MockResponse chart(Instant... times) {
    String ones = Stream.of(times).map(time -> "1.5").collect(Collectors.joining(",", "[", "]"));
    String columns =
        Stream.of("open", "high", "low", "close", "volume")
            .map(column -> "\"" + column + "\":" + ones)
            .collect(Collectors.joining(","));
    String seconds =
        Stream.of(times)
            .map(time -> Long.toString(time.getEpochSecond()))
            .collect(Collectors.joining(",", "[", "]"));
    return new MockResponse.Builder()
        .body(
            ("{\"chart\":{\"result\":[{\"meta\":{\"priceHint\":2,\"exchangeTimezoneName\":\"Europe/Berlin\"},"
                    + "\"timestamp\":%s,\"indicators\":{\"quote\":[{%s}]}}],\"error\":null}}")
                .formatted(seconds, columns))
        .build();
  }

  private static List<Instant> starts(List<SourceRecord> records) {
    return records.stream()
        .map(record -> ((Date) ((Struct) record.value()).get("start_time")).toInstant())
        .toList();
  }

  private Instant askedFrom() throws InterruptedException {
    String period = server.takeRequest(5, TimeUnit.SECONDS).getUrl().queryParameter("period1");
    return Instant.ofEpochSecond(Long.parseLong(period));
  }

  @Test
  void theDayToBeginAtIsTheFirst() throws Exception {
    server.enqueue(
        chart(
            Instant.parse("2026-01-30T08:00:00Z"),
            Instant.parse("2026-02-02T08:00:00Z"),
            Instant.parse("2026-02-03T08:00:00Z")));
    try (TaskRun run = TaskRun.start(config("interval", "1d", "start.from", "2026-02-02"))) {
      assertThat(starts(run.take(2)))
          .containsExactly(
              Instant.parse("2026-02-01T23:00:00Z"), Instant.parse("2026-02-02T23:00:00Z"));
      assertThat(askedFrom()).isBeforeOrEqualTo(Instant.parse("2026-02-01T23:00:00Z"));
    }
  }

  @Test
  void theMonthThatIsOpenNowIsTheFirst() throws Exception {
    Instant month =
        Instant.now()
            .atZone(BERLIN)
            .toLocalDate()
            .withDayOfMonth(1)
            .atStartOfDay(BERLIN)
            .toInstant();
    server.enqueue(chart(month.atZone(BERLIN).minusMonths(1).toInstant(), month));
    try (TaskRun run = TaskRun.start(config("interval", "1M", "emit.open.bars", "true"))) {
      assertThat(starts(run.take(1))).containsExactly(month);
      assertThat(askedFrom()).isBeforeOrEqualTo(month);
    }
  }
}
