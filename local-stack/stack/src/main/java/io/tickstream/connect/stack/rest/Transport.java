package io.tickstream.connect.stack.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Sends requests and reads answers; a conflict, which means that a rebalance is going on, is tried
 * again.
 */
final class Transport {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
  // Longer than the 90 s after which Connect itself gives up.
  private static final Duration TIMEOUT = Duration.ofSeconds(100);
  private static final Duration CONFLICT_LIMIT = Duration.ofMinutes(1);
  private static final long CONFLICT_PAUSE_MS = 250;
  private static final int CONFLICT = 409;
  private static final int FIRST_ERROR = 400;

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();

  Transport(URI base) {
    this.base = base.toString().replaceAll("/+$", "");
  }

  JsonNode get(String path) {
    return send("GET", path, null);
  }

  JsonNode send(String method, String path, @Nullable JsonNode body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(
                method,
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()))
            .build();
    long deadline = System.nanoTime() + CONFLICT_LIMIT.toNanos();
    HttpResponse<String> answer = exchange(request);
    while (answer.statusCode() == CONFLICT && System.nanoTime() < deadline) {
      pause(CONFLICT_PAUSE_MS);
      answer = exchange(request);
    }
    return read(answer);
  }

  static String segment(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Connect", e);
    }
  }

  private HttpResponse<String> exchange(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "no answer from Connect at %s to %s".formatted(base, request.method()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for Connect", e);
    }
  }

  private static JsonNode read(HttpResponse<String> answer) {
    String body = answer.body();
    try {
      JsonNode json = body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
      if (answer.statusCode() >= FIRST_ERROR) {
        throw new ConnectRestException(answer.statusCode(), json.path("message").asText(body));
      }
      return json;
    } catch (IOException e) {
      throw new ConnectRestException(answer.statusCode(), "not JSON: " + body);
    }
  }
}
