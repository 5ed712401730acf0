package io.tickstream.connect.market.feed.http;

import io.tickstream.connect.market.limit.WallClock;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.Call;
import okhttp3.Credentials;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.BufferedSource;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.types.Password;
import org.jspecify.annotations.Nullable;

/** Sends requests and brings complete answers, whatever they say. One per task. Thread-safe. */
public final class HttpClient implements AutoCloseable {

  private static final MediaType JSON = MediaType.get("application/json");

  private final OkHttpClient client;
  private final Map<String, String> headers;
  private final long maxBytes;
  private final WallClock clock;

  public HttpClient(AbstractConfig config, WallClock clock) {
    this.clock = clock;
    this.maxBytes = config.getLong(HttpOptions.MAX_RESPONSE_BYTES);
    this.headers = new LinkedHashMap<>();
    headers.put("User-Agent", config.getString(HttpOptions.USER_AGENT));
    headers.put("Accept", "application/json, */*;q=0.5");
    headers.putAll(parseHeaders(config.getPassword(HttpOptions.HEADERS)));
    this.client = build(config);
  }

  private static OkHttpClient build(AbstractConfig config) {
    OkHttpClient.Builder builder =
        new OkHttpClient.Builder()
            .connectTimeout(Duration.ofMillis(config.getLong(HttpOptions.CONNECT_TIMEOUT_MS)))
            .readTimeout(Duration.ofMillis(config.getLong(HttpOptions.READ_TIMEOUT_MS)))
            .callTimeout(Duration.ofMillis(config.getLong(HttpOptions.CALL_TIMEOUT_MS)))
            .followSslRedirects(false)
            .addNetworkInterceptor(HttpClient::keepSecretsAtHome);
    String proxy = config.getString(HttpOptions.PROXY_HOST).trim();
    if (!proxy.isEmpty()) {
      builder.proxy(
          new Proxy(
              Proxy.Type.HTTP,
              InetSocketAddress.createUnresolved(
                  proxy, config.getLong(HttpOptions.PROXY_PORT).intValue())));
      String user = config.getString(HttpOptions.PROXY_USER);
      Password password = config.getPassword(HttpOptions.PROXY_PASSWORD);
      if (!user.isEmpty()) {
        String credentials = Credentials.basic(user, password == null ? "" : password.value());
        builder.proxyAuthenticator(
            (route, response) ->
                response.request().header("Proxy-Authorization") != null
                    ? null
                    : response
                        .request()
                        .newBuilder()
                        .header("Proxy-Authorization", credentials)
                        .build());
      }
    }
    return builder.build();
  }

  /**
   * Keys travel in headers of venues' own naming, which a redirect to another host must not carry
   * there.
   */
  private static okhttp3.Response keepSecretsAtHome(Interceptor.Chain chain) throws IOException {
    HttpUrl home = chain.call().request().url();
    HttpUrl here = chain.request().url();
    if (here.host().equals(home.host()) && here.port() == home.port()) {
      return chain.proceed(chain.request());
    }
    okhttp3.Request.Builder bare = chain.request().newBuilder();
    for (String name : chain.call().request().headers().names()) {
      if (!name.equalsIgnoreCase("User-Agent") && !name.equalsIgnoreCase("Accept")) {
        bare.removeHeader(name);
      }
    }
    return chain.proceed(bare.build());
  }

  /** Reads {@code Name: value|Name: value}. Throws IllegalArgumentException when it is not that. */
  public static Map<String, String> parseHeaders(@Nullable Password text) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (text == null || text.value().isBlank()) {
      return headers;
    }
    for (String line : List.of(text.value().split("\\|"))) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new IllegalArgumentException("must be \"Name: value\" pairs, separated by |");
      }
      String name = line.substring(0, colon).trim();
      String value = line.substring(colon + 1).trim();
      try {
        Headers.of(name, value);
      } catch (IllegalArgumentException illegal) {
        // OkHttp's message quotes the value.
        throw new IllegalArgumentException(
            "has a name or value that HTTP does not allow in a header");
      }
      headers.put(name, value);
    }
    return headers;
  }

  /**
   * Sends a request and waits for the whole answer; an interrupt or {@link #close} ends the wait.
   *
   * @throws IOException when there is no complete answer of acceptable size in time
   */
  public Response send(Request request) throws IOException {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(request.headers());
    okhttp3.Request.Builder builder;
    try {
      builder =
          new okhttp3.Request.Builder()
              .url(request.url())
              .headers(Headers.of(all))
              .method(
                  request.method(),
                  request.body() == null ? null : RequestBody.create(request.body(), JSON));
    } catch (IllegalArgumentException malformed) {
      throw new IOException("the request's address or headers are not valid");
    }
    Call call = client.newCall(builder.build());
    try (okhttp3.Response response = call.execute()) {
      byte[] body = read(response.body());
      Map<String, String> received = new HashMap<>();
      response.headers().forEach(header -> received.put(header.getFirst(), header.getSecond()));
      return new Response(response.code(), received, body, clock.nowMs());
    }
  }

  private byte[] read(ResponseBody body) throws IOException {
    BufferedSource source = body.source();
    // Unzipped bytes are counted, so that a small answer cannot unfold into a huge one.
    if (source.request(maxBytes + 1)) {
      throw new IOException(
          "the answer is larger than " + HttpOptions.MAX_RESPONSE_BYTES + "=" + maxBytes);
    }
    return source.readByteArray();
  }

  /**
   * Opens a WebSocket; what becomes of it the listener is told.
   *
   * @param pingIntervalMs 0 for no pings
   */
  public WebSocket connect(
      String url, Map<String, String> more, long pingIntervalMs, WebSocketListener listener) {
    Map<String, String> all = new HashMap<>(headers);
    all.putAll(more);
    return client
        .newBuilder()
        .pingInterval(Duration.ofMillis(pingIntervalMs))
        .build()
        .newWebSocket(
            new okhttp3.Request.Builder().url(url).headers(Headers.of(all)).build(), listener);
  }

  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.dispatcher().executorService().shutdownNow();
    client.connectionPool().evictAll();
  }
}
