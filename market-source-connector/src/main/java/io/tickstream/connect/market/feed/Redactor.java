package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Urls;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes secrets out of texts for people, and out of what venues send: they echo keys, and
 * exceptions quote addresses. Thread-safe.
 */
public final class Redactor {

  /** A shorter secret may be part of honest data by chance, and data must not be garbled. */
  private static final int CERTAINLY_A_SECRET = 16;

  private final List<String> secrets = new ArrayList<>();
  private final List<String> certain;

  public Redactor(List<String> secrets) {
    for (String secret : secrets) {
      // A blank or a single letter is no secret, and replacing it would garble the text.
      if (secret.strip().length() > 1) {
        this.secrets.add(secret.strip());
        this.secrets.add(Urls.encode(secret.strip()));
        // JSON may escape slashes.
        this.secrets.add(secret.strip().replace("/", "\\/"));
      }
    }
    this.certain =
        this.secrets.stream().filter(s -> s.length() >= CERTAINLY_A_SECRET).distinct().toList();
  }

  /** A text for people without any of the secrets. */
  public String clean(String text) {
    return without(secrets, text);
  }

  /** What a stream sent, without secrets that it echoes. */
  public String cleanFrame(String frame) {
    return without(certain, frame);
  }

  /** An answer without secrets that it echoes. */
  public Response clean(Response response) {
    return certain.stream().anyMatch(response::contains)
        ? response.withText(without(certain, response.text()))
        : response;
  }

  private static String without(List<String> secrets, String text) {
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, "***");
    }
    return result;
  }
}
