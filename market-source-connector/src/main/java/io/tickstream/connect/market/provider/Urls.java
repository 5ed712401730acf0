package io.tickstream.connect.market.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Parts of addresses. */
public final class Urls {

  private Urls() {}

  /**
   * A text as part of a path or query: everything that means something there is escaped, blanks as
   * {@code %20}.
   */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
