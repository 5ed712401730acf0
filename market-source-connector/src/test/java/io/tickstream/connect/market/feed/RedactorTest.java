package io.tickstream.connect.market.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Urls;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

  private static final String LONG = "s3cr3t/token+of=mine";

  private static String frame(String key, String frame) {
    return new Redactor(List.of(key), List.of()).cleanFrame(frame);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        LONG + "     | for s3cr3t/token+of=mine.",
        LONG + "     | s3cr3t\\/token+of=mine",
        LONG + "     | s3cr3t/token+of\\u003dmine",
        LONG + "     | s3cr3t\\/token\\u002bof\\u003dmine",
        LONG + "     | ?k=s3cr3t%2Ftoken%2Bof%3Dmine&x",
        LONG + "     | xs3cr3t/token+of=minex",
        "demo        | demo",
        "demo        | https://api/quote?apikey=demo&symbol=IBM",
        "demo        | your key \\u0022demo\\u0022",
        "ab/cd=      | ab\\/cd\\u003d"
      })
  void aKeyInATextIsHiddenHoweverItIsWritten(String key, String value) {
    String cleaned = frame(key, "{\"note\": \"" + value + "\",\"p\":1.50}");

    assertThat(cleaned).contains("***").endsWith("\",\"p\":1.50}").doesNotContain(value);
    assertThat(cleaned).doesNotContain("s3cr3t").doesNotContain("mine").doesNotContain("ab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "demo  | {\"name\":\"Demographics and demos\"}",
        "price | {\"price\" : 1.5}",
        "12345 | {\"trade\":12345,\"id\":\"1234567\"}",
        "USD   | {\"currency\":\"USD\"}",
        "demo  | demo {\"cut",
        "demo  | {\"name\":\"caf\\u00e9\",\"x\":\"a demonstration\"}"
      })
  void whatOnlyLooksLikeAShortKeyIsLeftAlone(String key, String json) {
    assertThat(frame(key, json)).isEqualTo(json);
  }

  @Test
  void whatSurroundsAHiddenKeyKeepsItsForm() {
    assertThat(
            frame("demo", "{ \"a\\/b\" : \"\\u00e9\" , \"k\":\"say \\\"demo\\\"\\n\" ,\"n\":1.0}"))
        .isEqualTo("{ \"a\\/b\" : \"\\u00e9\" , \"k\":\"say \\\"***\\\"\\n\" ,\"n\":1.0}");
  }

  @Test
  void valuesThatMayBeNoSecretsAreHiddenOnlyWhenTheyAreLong() {
    Redactor redactor = new Redactor(List.of(), List.of("NASDAQ", LONG));
    String json = "{\"exchange\":\"NASDAQ\",\"k\":\"%s\"}";

    assertThat(redactor.cleanFrame(json.formatted(LONG))).isEqualTo(json.formatted("***"));
    assertThat(redactor.clean("to NASDAQ with " + LONG)).isEqualTo("to *** with ***");
  }

  @Test
  void whereARequestGoesIsToldWithoutQueryAndSecrets() {
    Redactor redactor = new Redactor(List.of(LONG), List.of());
    String path = "https://api.example.com/v6/%s/latest";

    for (String key : List.of(LONG, Urls.encode(LONG))) {
      Request request = Request.get(path.formatted(key) + "?s=AAPL", List.of("AAPL"));
      assertThat(redactor.clean(request)).isEqualTo("GET " + path.formatted("***"));
      assertThat(request.toString()).isEqualTo("GET about [AAPL]");
    }
  }

  @Test
  void anAnswerKeepsEverythingElse() {
    Redactor redactor = new Redactor(List.of("demo"), List.of());
    Response answer =
        new Response(
            200, Map.of("X-Left", "7"), "{\"k\":\"demo\"}".getBytes(StandardCharsets.UTF_8), 42);
    Response cleaned = redactor.clean(answer);

    assertThat(cleaned.text()).isEqualTo("{\"k\":\"***\"}");
    assertThat(cleaned.number("X-Left")).hasValue(7);
    assertThat(cleaned.status()).isEqualTo(200);
    assertThat(cleaned.receivedMs()).isEqualTo(42);
    Response without = Response.of(200, "{}", 42);
    assertThat(redactor.clean(without)).isSameAs(without);
  }
}
