package io.tickstream.connect.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a server whether it is ready; never waits longer than a few seconds. */
@FunctionalInterface
interface Probe {
  boolean isReady(ServerProcess server) throws IOException, InterruptedException;

  static Probe listening(int port) {
    return server -> Ports.isListening(port);
  }

  /** A line that the server logs once per start. */
  static Probe logged(String text) {
    return server -> server.logSinceStart().contains(text);
  }

  static Probe answering(URI uri) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(3)).build();
    return server -> {
      try {
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
      } catch (IOException e) {
        return false;
      }
    };
  }
}
