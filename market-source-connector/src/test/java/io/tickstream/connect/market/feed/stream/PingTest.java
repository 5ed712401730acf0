package io.tickstream.connect.market.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tickstream.connect.market.metrics.Metric;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pings in both directions, and connections that end without a word. */
class PingTest {

  private BareServer server;
  private ScriptedVenue rest;

  @BeforeEach
  void open() throws Exception {
    server = new BareServer();
    rest = new ScriptedVenue(null);
  }

  @AfterEach
  void close() throws Exception {
    server.close();
    rest.close();
  }

  private FeedRun run(String pingMs) {
    return new FeedRun(
        rest,
        Map.of(
            "provider", "finnhub",
            "dataset", "trade",
            "symbols", "AAPL",
            "api.key", "k3y",
            "ws.url", server.wsUrl(),
            "ws.ping.interval.ms", pingMs,
            "retry.backoff.initial.ms", "1"),
        Map.of());
  }

  private Socket connection() throws InterruptedException {
    Socket socket = server.connections.poll(10, TimeUnit.SECONDS);
    assertThat(socket).as("a connection").isNotNull();
    return socket;
  }

  private BareServer.Received frame(int opcode) throws InterruptedException {
    List<BareServer.Received> seen = new ArrayList<>();
    for (BareServer.Received next = server.frames.poll(10, TimeUnit.SECONDS);
        next != null;
        next = server.frames.poll(10, TimeUnit.SECONDS)) {
      if (next.opcode() == opcode) {
        return next;
      }
      seen.add(next);
    }
    throw new AssertionError("no frame of kind " + opcode + " in " + seen);
  }

  @Test
  void theServersPingIsAnsweredWithItsPayload() throws Exception {
    try (FeedRun run = run("0")) {
      Socket socket = connection();
      assertThat(frame(BareServer.TEXT).payload()).contains("subscribe");
      BareServer.send(socket, BareServer.PING, "1795035587124");

      assertThat(frame(BareServer.PONG).payload()).isEqualTo("1795035587124");
      assertThat(run.metric(Metric.RECONNECTS)).isZero();
    }
  }

  @Test
  void theServerIsPingedAndOneThatDoesNotAnswerIsLeft() throws Exception {
    try (FeedRun run = run("1000")) {
      connection();
      frame(BareServer.PING);
      frame(BareServer.PING);
      assertThat(run.metric(Metric.RECONNECTS)).isZero();
      server.answersPings = false;
      await().until(() -> run.metric(Metric.RECONNECTS) > 0);
      server.answersPings = true;
      run.clock.advance(Duration.ofSeconds(1));

      connection();
    }
  }

  @Test
  void aConnectionThatIsCutIsReplacedAndTheGapIsSaidToBeLost() throws Exception {
    try (FeedRun run = run("0")) {
      Socket socket = connection();
      frame(BareServer.TEXT);
      socket.close();
      await().until(() -> run.metric(Metric.RECONNECTS) == 1);
      run.clock.advance(Duration.ofSeconds(1));
      Socket second = connection();
      BareServer.send(
          second,
          BareServer.TEXT,
          "{\"type\":\"trade\",\"data\":[{\"s\":\"AAPL\",\"p\":1,\"t\":1,\"v\":1}]}");

      assertThat(run.take(1)).hasSize(1);
      assertThat(run.metric(Metric.GAPS_LOST)).isEqualTo(1);
    }
  }
}
