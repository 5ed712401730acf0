package io.tickstream.connect.market.feed;

import io.tickstream.connect.market.provider.Urls;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes secrets out of texts for people: venues echo keys, and exceptions quote addresses.
 * Thread-safe.
 */
public final class Redactor {

  private final List<String> secrets = new ArrayList<>();

  public Redactor(List<String> secrets) {
    for (String secret : secrets) {
      // A blank or a single letter is no secret, and replacing it would garble the text.
      if (secret.strip().length() > 1) {
        this.secrets.add(secret.strip());
        this.secrets.add(Urls.encode(secret.strip()));
      }
    }
  }

  public String clean(String text) {
    String result = text;
    for (String secret : secrets) {
      result = result.replace(secret, "***");
    }
    return result;
  }
}
