package io.tickstream.connect.stack.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerServerTest {
  @TempDir Path folder;

  @Test
  void theFileAtThePathIsTheAnswer() throws Exception {
    Files.createDirectories(folder.resolve("v1/data"));
    Files.writeString(folder.resolve("v1/data/quote"), "{}");
    try (AnswerServer server = AnswerServer.serve(folder)) {
      assertThat(get(server, "/v1/data/quote?symbols=AAPL").body()).isEqualTo("{}");
      assertThat(get(server, "/v1/data/none").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void nothingOutsideOfTheFolderIsServed() throws Exception {
    Files.writeString(folder.resolve("secret"), "x");
    Path inner = Files.createDirectories(folder.resolve("inner"));
    try (AnswerServer server = AnswerServer.serve(inner)) {
      assertThat(get(server, "/%2e%2e/secret").statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(AnswerServer server, String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + path)).build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }
}
