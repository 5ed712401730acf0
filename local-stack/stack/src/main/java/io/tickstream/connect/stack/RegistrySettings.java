package io.tickstream.connect.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Makes the registry behave as Confluent's does out of the box. */
final class RegistrySettings {
  private RegistrySettings() {}

  /** Confluent's default level; this registry starts with none. */
  static void requireBackwardCompatibility(URI registry) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(registry + "/config"))
            .timeout(Duration.ofSeconds(20))
            .header("Content-Type", "application/vnd.schemaregistry.v1+json")
            .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            "the registry refused its configuration: HTTP %d %s"
                .formatted(answer.statusCode(), answer.body()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the registry did not take its configuration", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while configuring the registry", e);
    }
  }
}
