package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.metrics.Metric;
import io.tickstream.connect.market.provider.VenueFixture;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stopping takes less than a second, whatever the task is doing, and leaves no thread behind. */
class StopTest {

  private final MockWebServer server = new MockWebServer();

  @BeforeEach
  void startServer() throws Exception {
    server.start();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Map<String, String> config(String name, String... more) {
    Map<String, String> config = new HashMap<>();
    config.put("name", name);
    config.put("provider", "stockdata");
    config.put("dataset", "quote");
    config.put("symbols", "AAPL,TSLA");
    config.put("api.key", "k3y");
    config.put("base.url", server.url("/v1").toString());
    config.put("topic", "quotes");
    config.put("rate.limit.per.day", "0");
    config.put("poll.interval.ms", "1");
    for (int i = 0; i < more.length; i += 2) {
      config.put(more[i], more[i + 1]);
    }
    return config;
  }

  private static void assertStopsAtOnce(TaskRun run, String name) throws InterruptedException {
    // Connect stops a task once the poll it is in has ended.
    long begun = System.nanoTime();
    run.poll();
    run.close();
    assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isLessThan(1_000);
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("market-fetch-" + name + "-0", "market-stream-" + name + "-0");
  }

  private static MockResponse good() {
    return new MockResponse.Builder().body(VenueFixture.text("stockdata-quote.json")).build();
  }

  @Test
  void whileWaitingForAnAnswer() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body("late").headersDelay(30, TimeUnit.SECONDS).build());
    TaskRun run = TaskRun.start(config("request"));
    server.takeRequest(10, TimeUnit.SECONDS);
    run.poll();
    assertStopsAtOnce(run, "request");
  }

  @Test
  void whileAnAnswerTricklesIn() throws Exception {
    server.enqueue(good().newBuilder().throttleBody(1, 1, TimeUnit.SECONDS).build());
    TaskRun run = TaskRun.start(config("trickle"));
    server.takeRequest(10, TimeUnit.SECONDS);
    run.poll();
    assertStopsAtOnce(run, "trickle");
  }

  @Test
  void inABackOffOfMinutes() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "600").build());
    TaskRun run = TaskRun.start(config("backoff"));
    server.takeRequest(10, TimeUnit.SECONDS);
    run.poll();
    assertStopsAtOnce(run, "backoff");
  }

  @Test
  void withAFullQueue() throws Exception {
    for (int i = 0; i < 10; i++) {
      server.enqueue(good());
    }
    TaskRun run =
        TaskRun.start(config("queue", "queue.max.records", "1", "emit.unchanged", "true"));
    server.takeRequest(10, TimeUnit.SECONDS);
    server.takeRequest(10, TimeUnit.SECONDS);
    assertStopsAtOnce(run, "queue");
  }

  @Test
  void inAConnectionThatIsNeverAccepted() throws Exception {
    // A server that listens but never shakes hands.
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      TaskRun run =
          TaskRun.start(
              config("handshake", "base.url", "https://127.0.0.1:" + silent.getLocalPort()));
      silent.accept();
      run.poll();
      assertStopsAtOnce(run, "handshake");
    }
  }

  @Test
  void inAStreamThatWaitsMinutesToFillAGap() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            if (request.getHeaders().get("Upgrade") == null) {
              asked.countDown();
              return new MockResponse.Builder().code(418).addHeader("Retry-After", "600").build();
            }
            return new MockResponse.Builder()
                .webSocketUpgrade(
                    new WebSocketListener() {
                      @Override
                      public void onMessage(WebSocket webSocket, String text) {
                        webSocket.send("{\"result\":null,\"id\":1}");
                      }
                    })
                .build();
          }
        });
    TaskRun run = TaskRun.start(stream("test"));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
    await().until(() -> TaskRun.metric(Metric.QUOTA_PAUSED) == 1);
    assertStopsAtOnce(run, "test");
  }

  @Test
  void inAStreamThatIsRefusedForMinutes() throws Exception {
    server.enqueue(new MockResponse.Builder().code(429).addHeader("Retry-After", "600").build());
    TaskRun run = TaskRun.start(stream("refused"));
    server.takeRequest(10, TimeUnit.SECONDS);
    run.poll();
    assertStopsAtOnce(run, "refused");
  }

  private Map<String, String> stream(String name) {
    return config(
        name,
        "provider",
        "binance",
        "dataset",
        "trade",
        "mode",
        "stream",
        "symbols",
        "BTCUSDT",
        "base.url",
        server.url("").toString(),
        "ws.url",
        server.url("").toString().replace("http", "ws"));
  }

  @Test
  void whileTheSimulatorHasNothingDue() throws Exception {
    TaskRun run =
        TaskRun.start(
            Map.of(
                "provider",
                "simulator",
                "dataset",
                "trade",
                "symbols",
                "A",
                "topic",
                "t",
                "sim.rate",
                "0.001"));
    run.poll();
    assertStopsAtOnce(run, "none");
  }

  @Test
  void aPollLastsHalfASecondAtMost() throws Exception {
    server.enqueue(
        new MockResponse.Builder().body("late").headersDelay(30, TimeUnit.SECONDS).build());
    try (TaskRun run = TaskRun.start(config("poll"))) {
      long begun = System.nanoTime();
      assertThat(run.poll()).isEmpty();
      assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isBetween(400L, 900L);
    }
  }
}
