package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.event.Dataset;
import io.tickstream.connect.market.provider.Mode;
import io.tickstream.connect.market.provider.Offer;
import io.tickstream.connect.market.provider.Provider;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.VenueProvider;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing that a task says, in whatever way, holds the key: not even where the venue echoes it. */
class SecretsTest {

  private static final String SECRET = "S3CR3T/key+of=mine";

  static Stream<Case> venues() {
    List<Case> cases = new ArrayList<>();
    for (Provider provider : ServiceLoader.load(Provider.class)) {
      if (provider instanceof VenueProvider) {
        for (Offer offer : provider.offers()) {
          cases.add(new Case(provider, offer));
        }
      }
    }
    return cases.stream();
  }

  record Case(Provider provider, Offer offer) {
    @Override
    public String toString() {
      return provider.name() + " " + offer.dataset().label() + " " + offer.mode().label();
    }
  }

  @ParameterizedTest
  @MethodSource("venues")
  void theKeyIsNowhere(Case venue) throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(new Echo());
      server.start();
      assertThat(said(config(venue, server))).isNotBlank();
    }
  }

  @Test
  void theKeyIsNowhereThoughItStandsInThePath() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      server.setDispatcher(new Echo());
      server.start();
      Map<String, String> config = config(quotesOverHttp(), server);
      config.put("json.url", server.url("/v6") + "/${api.key}/latest/${symbol}");

      assertThat(said(config))
          .contains("/v6/***/latest/AAPL for [AAPL] failed")
          .contains("/v6/***/latest/AAPL has to wait")
          .contains("/v6/***/latest/AAPL was refused");
    }
  }

  @Test
  void theKeyIsNowhereThoughALinkToTheNextPageHasItInThePath() throws Exception {
    try (MockWebServer server = new MockWebServer()) {
      String link = "/v6/" + Urls.encode(SECRET) + "/page/2";
      server.enqueue(
          new MockResponse.Builder()
              .body("{\"time\":\"2026-11-18T21:00:00Z\",\"price\":1,\"next\":\"" + link + "\"}")
              .build());
      server.enqueue(new MockResponse.Builder().code(500).build());
      server.enqueue(new MockResponse.Builder().code(401).build());
      server.start();
      Map<String, String> config = config(quotesOverHttp(), server);
      config.put("json.page.mode", "link");
      config.put("json.page.link", "/next");

      assertThat(said(config)).contains("/v6/***/page/2 was refused");
      server.takeRequest();
      assertThat(server.takeRequest().getTarget()).isEqualTo(link);
    }
  }

  private static Case quotesOverHttp() {
    return venues()
        .filter(venue -> venue.provider().name().equals("http"))
        .filter(venue -> venue.offer().dataset() == Dataset.QUOTE)
        .findFirst()
        .orElseThrow();
  }

  /** Everything that a task says while it polls a few times; the key is not in it. */
  private static String said(Map<String, String> config) throws Exception {
    StringBuilder said = new StringBuilder();
    PrintStream err = System.err;
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (TaskRun run = TaskRun.start(config)) {
      for (int i = 0; i < 3; i++) {
        run.poll().forEach(record -> said.append(everything(record)));
        said.append(metrics());
      }
    } catch (RuntimeException failed) {
      StringWriter trace = new StringWriter();
      failed.printStackTrace(new PrintWriter(trace));
      said.append(trace);
    } finally {
      System.setErr(err);
    }
    said.append(log.toString(StandardCharsets.UTF_8));
    assertThat(said.toString())
        .doesNotContain("S3CR3T")
        .doesNotContain("s3cr3t")
        .doesNotContain(SECRET.substring(7));
    return said.toString();
  }

  private static Map<String, String> config(Case venue, MockWebServer server) {
    Map<String, String> config = new HashMap<>();
    config.put("provider", venue.provider().name());
    config.put("dataset", venue.offer().dataset().label());
    config.put("mode", venue.offer().mode().label());
    config.put("symbols", venue.provider().symbolExample().split("[ ,]", -1)[0]);
    config.put("api.key", SECRET);
    config.put("http.headers", "X-Mine: " + SECRET);
    config.put("base.url", server.url("/api").toString());
    config.put("ws.url", server.url("/ws").toString().replace("http", "ws"));
    config.put("topic", "t");
    config.put("poll.interval.ms", "1");
    config.put("poll.align", "false");
    config.put("retry.backoff.initial.ms", "1");
    config.put("retry.backoff.max.ms", "5");
    config.put("value.mode", venue.offer().mode() == Mode.POLL ? "envelope" : "record");
    if (venue.offer().dataset() == Dataset.BAR) {
      List<String> intervals = venue.offer().intervals();
      config.put("interval", intervals.isEmpty() ? "1d" : intervals.get(0));
    }
    if (venue.provider().name().equals("http")) {
      config.put("json.url", server.url("/api") + "?s=${symbol}&k=${api.key}");
      config.put("json.headers", "X-Key: ${api.key}");
      for (String field : List.of("price", "quantity", "open", "high", "low", "close", "volume")) {
        config.put("json.field." + field, "/" + field);
      }
      config.put("json.field.time", "/time");
    }
    return config;
  }

  private static String everything(SourceRecord record) {
    return record.toString() + record.headers() + record.sourceOffset() + record.sourcePartition();
  }

  private static String metrics() throws Exception {
    StringBuilder all = new StringBuilder();
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : server.queryNames(new ObjectName("tickstream.source:*"), null)) {
      all.append(name);
      for (var attribute : server.getMBeanInfo(name).getAttributes()) {
        all.append(attribute.getDescription())
            .append(server.getAttribute(name, attribute.getName()));
      }
    }
    return all.toString();
  }

  /** Answers one error after the other, each with the request's own secrets in it. */
  private static final class Echo extends Dispatcher {
    private int answers;

    @Override
    public MockResponse dispatch(RecordedRequest request) {
      String echoed = request.getTarget() + " " + request.getHeaders() + " " + SECRET;
      String quoted = echoed.replace("\"", "'").replace("\n", " ").replace("\\", "/");
      String json =
          "{\"error\":\"key "
              + quoted
              + "\",\"message\":\""
              + quoted
              + "\",\"Information\":\""
              + quoted
              + "\"}";
      if (request.getHeaders().get("Upgrade") != null && answers++ % 2 == 0) {
        return new MockResponse.Builder().webSocketUpgrade(new EchoingSocket(json)).build();
      }
      return switch (answers++ % 5) {
        case 0 -> new MockResponse.Builder().code(200).body(echoed).build();
        case 1 -> new MockResponse.Builder().code(200).body(json).build();
        case 2 -> new MockResponse.Builder().code(500).body(json).build();
        case 3 ->
            new MockResponse.Builder().code(429).addHeader("Retry-After", "0").body(json).build();
        default -> new MockResponse.Builder().code(401).body(json).build();
      };
    }
  }

  /** Says what it was asked and told in frames of every shape, and when it closes. */
  private static final class EchoingSocket extends WebSocketListener {
    private final String json;

    EchoingSocket(String json) {
      this.json = json;
    }

    @Override
    public void onOpen(WebSocket socket, Response response) {
      socket.send(json);
      socket.send("[{\"ev\":\"status\",\"status\":\"connected\",\"message\":\"" + SECRET + "\"}]");
    }

    @Override
    public void onMessage(WebSocket socket, String text) {
      socket.send(text);
      for (String type : List.of("error", "subscribe-status", "status", "trade")) {
        socket.send(
            "{\"type\":\"%s\",\"event\":\"%s\",\"msg\":\"%s\",\"message\":\"%s\",\"reason\":\"%s\"}"
                .formatted(type, type, SECRET, SECRET, SECRET));
      }
      socket.close(1008, SECRET);
    }
  }
}
