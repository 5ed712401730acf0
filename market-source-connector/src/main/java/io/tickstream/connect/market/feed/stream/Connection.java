package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.feed.http.HttpClient;
import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.provider.Stream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket and what the loop knows of it. The callbacks run on OkHttp's thread and only pass
 * signals on; everything else belongs to the loop.
 */
final class Connection extends WebSocketListener {

  private static final int NORMAL_CLOSURE = 1000;

  final List<String> symbols;

  /** Symbols whose subscription is not acknowledged yet. */
  final Set<String> awaited;

  private final Inbox inbox;
  private final WallClock clock;
  private volatile @Nullable WebSocket socket;
  private volatile long heardMs;
  private boolean open;
  long openedMs;
  long beatMs;
  long replaceAtMs = Long.MAX_VALUE;

  /** Symbols that nothing has come of yet. */
  final Set<String> unheard;

  boolean toldOfSilence;

  Connection(List<String> symbols, Inbox inbox, WallClock clock) {
    this.symbols = List.copyOf(symbols);
    this.awaited = new HashSet<>(symbols);
    this.unheard = new HashSet<>(symbols);
    this.inbox = inbox;
    this.clock = clock;
  }

  void connect(HttpClient http, Stream stream, long pingIntervalMs) {
    socket = http.connect(stream.url(symbols), stream.headers(), pingIntervalMs, this);
  }

  void opened(long nowMs) {
    open = true;
    openedMs = nowMs;
    heardMs = nowMs;
    beatMs = nowMs;
  }

  /** When the last message came, whether or not the loop has got to it. */
  long heardMs() {
    return heardMs;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether everything subscribed to is acknowledged. */
  boolean ready() {
    return open && awaited.isEmpty();
  }

  void send(String frame) {
    WebSocket current = socket;
    if (current != null) {
      // False when it is over already; the end comes as a signal.
      current.send(frame);
    }
  }

  void close() {
    WebSocket current = socket;
    if (current != null) {
      current.close(NORMAL_CLOSURE, null);
    }
  }

  void cancel() {
    WebSocket current = socket;
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    inbox.tell(new Signal.Opened(this));
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    long now = clock.nowMs();
    heardMs = now;
    try {
      if (!inbox.hear(new Signal.Heard(this, text, now))) {
        // What does not fit in is not lost: it is fetched as a gap after reconnecting.
        inbox.tell(new Signal.Ended(this, null, "there was no room for what it sent"));
        webSocket.cancel();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      webSocket.cancel();
    }
  }

  @Override
  public void onMessage(WebSocket webSocket, ByteString bytes) {
    onMessage(webSocket, bytes.utf8());
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    webSocket.close(NORMAL_CLOSURE, null);
    // The reason is the venue's text, and may quote the key.
    inbox.tell(new Signal.Ended(this, null, "closed by the server with code " + code));
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable cause, @Nullable Response response) {
    String message = cause.getClass().getSimpleName();
    inbox.tell(
        new Signal.Ended(
            this,
            response == null || response.code() == 101 ? null : refusal(response),
            cause.getMessage() == null ? message : message + ": " + cause.getMessage()));
  }

  private io.tickstream.connect.market.provider.Response refusal(Response response) {
    Map<String, String> headers = new HashMap<>();
    response.headers().forEach(header -> headers.put(header.getFirst(), header.getSecond()));
    return new io.tickstream.connect.market.provider.Response(
        response.code(), headers, new byte[0], clock.nowMs());
  }
}
