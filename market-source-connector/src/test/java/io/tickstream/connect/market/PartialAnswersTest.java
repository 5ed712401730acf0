package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;

/** Bars of two symbols, two windows behind, of which one fails in the first answer. */
class PartialAnswersTest {

  private final Instant begin =
      Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(7_000, ChronoUnit.MINUTES);

  private final List<Instant> times =
      List.of(begin.plus(100, ChronoUnit.MINUTES), begin.plus(5_500, ChronoUnit.MINUTES));

  private final AtomicInteger asked = new AtomicInteger();

  private MockResponse answer(RecordedRequest request) {
    HttpUrl url = request.getUrl();
    Instant from = time(url.queryParameter("start_date"));
    Instant to = time(url.queryParameter("end_date"));
    String bars =
        times.stream()
            .filter(bar -> !bar.isBefore(from) && !bar.isAfter(to))
            .map(
                bar ->
                    "{\"datetime\":\"%s\",\"open\":\"1\",\"high\":\"1\",\"low\":\"1\",\"close\":\"1\"}"
                        .formatted(bar.toString().replace('T', ' ').replace("Z", "")))
            .collect(Collectors.joining(","));
    String good = "{\"values\":[" + bars + "],\"status\":\"ok\"}";
    String bad = "{\"code\":500,\"message\":\"sorry\",\"status\":\"error\"}";
    String[] symbols = url.queryParameter("symbol").split(",", -1);
    boolean fails = asked.incrementAndGet() == 1;
    String body =
        symbols.length == 1
            ? good
            : Stream.of(symbols)
                .map(symbol -> "\"" + symbol + "\":" + (fails && symbol.equals("B") ? bad : good))
                .collect(Collectors.joining(",", "{", "}"));
    return new MockResponse.Builder().body(body).build();
  }

  private static Instant time(String text) {
    return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
  }

  private static String bar(SourceRecord record) {
    Date start = (Date) ((Struct) record.value()).get("start_time");
    return record.key() + " " + start.toInstant();
  }

  @Test
  void aSymbolThatFailedInOneWindowLosesNothingOfIt() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return answer(request);
            }
          });
      server.start();
      Map<String, String> config = new HashMap<>();
      config.put("provider", "twelvedata");
      config.put("dataset", "bar");
      config.put("interval", "1m");
      config.put("symbols", "A,B");
      config.put("api.key", "k3y");
      config.put("topic", "t");
      config.put("base.url", server.url("").toString());
      config.put("start.from", begin.toString());
      config.put("poll.interval.ms", "1");
      config.put("poll.align", "false");
      config.put("rate.limit.weight.per.minute", "0");
      config.put("rate.limit.weight.per.day", "0");
      try (TaskRun run = TaskRun.start(config)) {
        assertThat(run.take(4))
            .extracting(PartialAnswersTest::bar)
            .containsExactly(
                "A " + times.get(0), "A " + times.get(1), "B " + times.get(0), "B " + times.get(1));
        assertThat(run.drain(1)).isEmpty();
      }
    }
  }
}
