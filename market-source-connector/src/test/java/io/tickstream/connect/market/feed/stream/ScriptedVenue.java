package io.tickstream.connect.market.feed.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** A venue on loopback that answers requests and WebSockets as the test tells it. */
final class ScriptedVenue implements AutoCloseable {

  private final MockWebServer server = new MockWebServer();
  private final boolean tls;

  /** The connections so far, in order. */
  final List<Socket> sockets = new CopyOnWriteArrayList<>();

  /** Requests so far, path and query. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** What to answer to a request; path and query. */
  volatile Function<String, MockResponse> rest = path -> new MockResponse(200, headers(), "[]");

  /** What to say to a frame of the client's; null for nothing. */
  volatile Function<String, @Nullable String> answer = frame -> null;

  /** What to say when a connection opens; null for nothing. */
  volatile @Nullable String greeting;

  /** A status to refuse handshakes with; 101 to accept them. */
  volatile MockResponse refusal = status(101);

  ScriptedVenue(@Nullable SSLSocketFactory certificate) throws IOException {
    tls = certificate != null;
    if (certificate != null) {
      server.useHttps(certificate);
    }
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            String path = request.getTarget();
            if (!"websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))) {
              requests.add(path);
              return rest.apply(path);
            }
            if (refusal.getCode() != 101) {
              return refusal;
            }
            Socket socket = new Socket(path);
            return new MockResponse.Builder().webSocketUpgrade(socket).build();
          }
        });
    server.start();
  }

  static MockResponse status(int code) {
    return new MockResponse(code, headers(), "");
  }

  static okhttp3.Headers headers(String... namesAndValues) {
    return okhttp3.Headers.of(namesAndValues);
  }

  String httpUrl() {
    return (tls ? "https" : "http") + "://localhost:" + server.getPort();
  }

  String wsUrl() {
    return (tls ? "wss" : "ws") + "://localhost:" + server.getPort();
  }

  /** A connection by number, from 0, as soon as it is open. */
  Socket socket(int index) {
    Awaitility.await().until(() -> sockets.size() > index);
    return sockets.get(index);
  }

  @Override
  public void close() {
    server.close();
  }

  /** The server's end of a connection. */
  final class Socket extends WebSocketListener {
    final String path;
    final BlockingQueue<String> received = new LinkedBlockingQueue<>();
    volatile boolean over;
    private volatile WebSocket webSocket;

    Socket(String path) {
      this.path = path;
    }

    @Override
    public void onOpen(WebSocket opened, Response response) {
      webSocket = opened;
      sockets.add(this);
      String first = greeting;
      if (first != null) {
        opened.send(first);
      }
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      received.add(text);
      String reply = answer.apply(text);
      if (reply != null) {
        from.send(reply);
      }
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
      over = true;
      closing.close(1000, null);
    }

    @Override
    public void onFailure(WebSocket failed, Throwable cause, @Nullable Response response) {
      over = true;
    }

    void send(String frame) {
      assertThat(trySend(frame)).isTrue();
    }

    /** False when the connection is over. */
    boolean trySend(String frame) {
      return webSocket.send(frame);
    }

    /** The next frame from the client. */
    String next() throws InterruptedException {
      String frame = received.poll(10, TimeUnit.SECONDS);
      assertThat(frame).as("a frame from the client").isNotNull();
      return frame;
    }

    void close() {
      webSocket.close(1001, "going away");
    }
  }
}
