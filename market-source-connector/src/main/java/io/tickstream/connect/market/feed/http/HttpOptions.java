package io.tickstream.connect.market.feed.http;

import io.tickstream.connect.market.provider.Options;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options of HTTP connections. */
public final class HttpOptions {

  public static final String CONNECT_TIMEOUT_MS = "http.connect.timeout.ms";
  public static final String READ_TIMEOUT_MS = "http.read.timeout.ms";
  public static final String CALL_TIMEOUT_MS = "http.call.timeout.ms";
  public static final String MAX_RESPONSE_BYTES = "http.max.response.bytes";
  public static final String USER_AGENT = "http.user.agent";
  public static final String HEADERS = "http.headers";
  public static final String PROXY_HOST = "http.proxy.host";
  public static final String PROXY_PORT = "http.proxy.port";
  public static final String PROXY_USER = "http.proxy.user";
  public static final String PROXY_PASSWORD = "http.proxy.password";

  private HttpOptions() {}

  public static void define(ConfigDef def) {
    Options.in(def, "HTTP")
        .whole(
            CONNECT_TIMEOUT_MS,
            5_000,
            1,
            600_000,
            Importance.LOW,
            "Longest wait for a connection, in milliseconds.")
        .whole(
            READ_TIMEOUT_MS,
            10_000,
            1,
            600_000,
            Importance.LOW,
            "Longest silence within an answer, in milliseconds.")
        .whole(
            CALL_TIMEOUT_MS,
            30_000,
            1,
            600_000,
            Importance.LOW,
            "Longest time for a request with its answer, redirects included, in milliseconds.")
        .whole(
            MAX_RESPONSE_BYTES,
            16_777_216,
            1_024,
            1_073_741_824,
            Importance.LOW,
            "Largest answer, unzipped, in bytes; a larger one is given up.")
        .text(USER_AGENT, "tickstream-connect", Importance.LOW, "The `User-Agent` header.")
        .secret(
            HEADERS,
            Importance.LOW,
            "Headers to send, `Name: value` each, separated by `|`. Treated as a secret, since they may hold one.")
        .text(PROXY_HOST, "", Importance.LOW, "An HTTP proxy; empty for none.")
        .whole(PROXY_PORT, 3128, 1, 65_535, Importance.LOW, "The proxy's port.")
        .text(PROXY_USER, "", Importance.LOW, "The user's name at the proxy; empty for none.")
        .secret(PROXY_PASSWORD, Importance.LOW, "The user's password at the proxy.");
  }
}
