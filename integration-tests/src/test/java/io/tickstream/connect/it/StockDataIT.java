package io.tickstream.connect.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.datastax.oss.driver.api.core.cql.Row;
import io.tickstream.connect.it.ScriptedApi.Answer;
import io.tickstream.connect.it.scenario.Topic;
import io.tickstream.connect.stack.LocalStack;
import io.tickstream.connect.stack.SharedStack;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Quotes polled over HTTP end as rows; what the API gets wrong ends nowhere. */
class StockDataIT {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private final LocalStack stack = SharedStack.get();
  private final Sandbox sandbox = new Sandbox(stack, "stockdata").withTables();

  @AfterEach
  void close() {
    sandbox.close();
  }

  @Test
  void badAnswersLeaveTheTaskRunningAndPublishNothing() throws Exception {
    try (ScriptedApi api = new ScriptedApi()) {
      api.then(200, quotes("268.91", "2026-11-18T15:59:58.000000"))
          .then(
              new Answer(
                  429,
                  "1",
                  "{\"error\":{\"code\":\"rate_limit_reached\",\"message\":\"Too many requests\"}}"))
          .then(500, "{\"error\":{\"code\":\"server_error\",\"message\":\"Try later\"}}")
          .then(200, "<html>maintenance</html>")
          .then(200, "{\"meta\":{\"requested\":2,")
          .then(200, quotes("270.15", "2026-11-18T16:00:00.000000"));
      String source = sandbox.put("stockdata-quotes", source(sandbox, api.url()));
      sandbox.connect().awaitRunning(source, Sandbox.START);
      sandbox.deploy("cassandra-quotes", Map.of());

      await()
          .atMost(LIMIT)
          .untilAsserted(
              () -> {
                assertThat(sandbox.connect().status(source).failure()).isEmpty();
                assertThat(sandbox.count("market.quotes")).isEqualTo(4);
              });
      assertThat(prices("AAPL")).containsExactly(270.15, 268.91);
      assertThat(prices("TSLA")).containsExactly(270.15, 268.91);
      assertThat(api.requests()).isGreaterThanOrEqualTo(6);
      assertThat(sandbox.connect().status(source).isRunning()).isTrue();
      assertThat(new Topic(stack, sandbox.renamed("market.quotes")).records()).hasSize(4);
    }
  }

  static Map<String, String> source(Sandbox sandbox, String url) {
    Map<String, String> config =
        new TreeMap<>(
            sandbox.configuration(
                "stockdata-quotes",
                Map.of(
                    "base.url", url,
                    "api.key", "token-of-the-test",
                    "poll.interval.ms", "200",
                    "retry.backoff.initial.ms", "50",
                    "retry.backoff.max.ms", "200")));
    config.put("stockdata.plan", "pro-plus");
    return config;
  }

  private List<Double> prices(String symbol) {
    return sandbox
        .session()
        .execute(
            "SELECT price FROM stockdata.quotes WHERE symbol = '%s' AND day = '2026-11-18'"
                .formatted(symbol))
        .all()
        .stream()
        .map((Row row) -> row.getDouble(0))
        .toList();
  }

  static String quotes(String price, String time) {
    return """
        {"meta":{"requested":2,"returned":2},"data":[%s,%s]}"""
        .formatted(quote("AAPL", price, time), quote("TSLA", price, time));
  }

  private static String quote(String ticker, String price, String time) {
    return """
        {"ticker":"%s","name":"Some Inc","exchange_short":"NASDAQ","mic_code":"XNAS",
         "currency":"USD","price":%s,"day_high":271.0,"day_low":266.4,"day_open":267.02,
         "52_week_high":277.32,"52_week_low":169.21,"market_cap":3973000000000,
         "previous_close_price":266.25,"day_change":0.99,"volume":1015321,
         "is_extended_hours_price":false,"last_trade_time":"%s"}"""
        .formatted(ticker, price, time);
  }
}
