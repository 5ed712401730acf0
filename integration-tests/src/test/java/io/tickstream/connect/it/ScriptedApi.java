package io.tickstream.connect.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** A loopback HTTP server that gives the scripted answers in turn, and the last one for ever. */
final class ScriptedApi implements AutoCloseable {
  /** One answer; an empty {@code retryAfter} sends no such header. */
  record Answer(int status, String retryAfter, String body) {}

  private final HttpServer server;
  private final Deque<Answer> script = new ConcurrentLinkedDeque<>();
  private final AtomicInteger requests = new AtomicInteger();

  ScriptedApi() throws IOException {
    this(0);
  }

  ScriptedApi(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  ScriptedApi then(int status, String body) {
    return then(new Answer(status, "", body));
  }

  ScriptedApi then(Answer answer) {
    script.add(answer);
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  int requests() {
    return requests.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Answer answer = script.size() > 1 ? script.poll() : script.peek();
    requests.incrementAndGet();
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().set("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
