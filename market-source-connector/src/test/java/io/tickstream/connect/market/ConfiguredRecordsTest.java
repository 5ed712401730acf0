package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.VenueFixture;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page of configuration publishes is what the provider it imitates publishes. */
class ConfiguredRecordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "stockdata  | quote |    | AAPL,TSLA | stockdata-quote.json  | 2",
        "stockdata  | quote |    | AAPL      | stockdata-quote-key_by_ticker.json | 1",
        "twelvedata | quote |    | AAPL      | twelvedata-quote.json | 1",
        "twelvedata | quote |    | AAPL,NOPE | twelvedata-quote-batch.json | 1",
        "binance    | bar   | 1m | BTCUSDT   | binance-klines.json   | 2"
      })
  void everyRecordIsTheSameInEveryPart(
      String provider, String dataset, String interval, String symbols, String sample, int count)
      throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(
          new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
              return new MockResponse.Builder().body(VenueFixture.text(sample)).build();
            }
          });
      server.start();
      String host = server.url("").toString().replaceFirst("/$", "");
      Map<String, String> common = new HashMap<>();
      common.put("dataset", dataset);
      common.put("symbols", symbols);
      common.put("api.key", "k3y");
      common.put("topic", "${provider}-${dataset}-${symbol}");
      common.put("record.headers", "provider,dataset,interval");
      common.put("start.from", "2020-01-01T00:00:00Z");
      if (interval != null) {
        common.put("interval", interval);
      }
      Map<String, String> built = new HashMap<>(common);
      built.put("provider", provider);
      built.put("base.url", host);
      Map<String, String> configured = new HashMap<>(common);
      configured.putAll(page(provider + "-" + (dataset.equals("bar") ? "klines" : "quote")));
      configured.put("provider", "http");
      configured.compute(
          "json.url", (name, url) -> url.replaceFirst("https://[^/]+(/v1|/api/v3)?", host));

      List<SourceRecord> expected = take(count, built);
      List<SourceRecord> actual = take(count, configured);

      assertThat(actual).hasSize(count);
      for (int i = 0; i < count; i++) {
        SourceRecord one = expected.get(i);
        SourceRecord other = actual.get(i);
        assertThat(other.topic()).isEqualTo(one.topic());
        assertThat(other.key()).isEqualTo(one.key());
        assertThat(other.valueSchema()).isEqualTo(one.valueSchema());
        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.headers()).isEqualTo(one.headers());
        assertThat(other.sourceOffset()).isEqualTo(one.sourceOffset());
        // Of a polled quote it is the time it was received.
        assertThat(other.timestamp())
            .isCloseTo(one.timestamp(), within(interval == null ? 60_000L : 0L));
      }
    }
  }

  private static List<SourceRecord> take(int count, Map<String, String> config) throws Exception {
    try (TaskRun run = TaskRun.start(config)) {
      return run.take(count);
    }
  }

  private static Map<String, String> page(String name) throws Exception {
    Map<String, String> options = new HashMap<>();
    try (InputStream in =
        ConfiguredRecordsTest.class.getResourceAsStream("/http/" + name + ".json")) {
      JsonNode page = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      page.properties().forEach(entry -> options.put(entry.getKey(), entry.getValue().asText()));
    }
    return options;
  }
}
