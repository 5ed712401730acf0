package io.tickstream.connect.it.source;

import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * A market on loopback that answers like Binance's {@code aggTrades}, and streams like its {@code
 * @aggTrade}: of each symbol a trade every five milliseconds, numbered from 1, until it is closed
 * for the day.
 */
final class TradeHistory implements AutoCloseable {
  private static final long EVERY_MS = 5;
  private static final int PAGE = 200;

  /** So that every stream still sends after the end is known. */
  private static final int LEFT_AT_CLOSE = 20;

  private static final Pattern QUERY = Pattern.compile("symbol=(\\w+)&(fromId|startTime)=(\\d+)");

  private final long openedMs = System.currentTimeMillis();
  private final MockWebServer server = new MockWebServer();
  private final ScheduledExecutorService streams = Executors.newScheduledThreadPool(1);
  private volatile long closedAt = Long.MAX_VALUE;

  TradeHistory() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return "websocket".equalsIgnoreCase(request.getHeaders().get("Upgrade"))
                ? new MockResponse.Builder()
                    .webSocketUpgrade(new TradeStream(TradeHistory.this, streams))
                    .build()
                : answer(String.valueOf(request.getUrl().query()));
          }
        });
    server.start(InetAddress.getLoopbackAddress(), 0);
  }

  String httpUrl() {
    return "http://127.0.0.1:" + server.getPort();
  }

  String wsUrl() {
    return "ws://127.0.0.1:" + server.getPort();
  }

  /** Announces that trading ends in a moment; gives the number of each symbol's last trade. */
  long closeTrading() {
    if (closedAt == Long.MAX_VALUE) {
      closedAt = last() + LEFT_AT_CLOSE;
    }
    return closedAt;
  }

  /** Whether the last trade so far is the last of all. */
  boolean isClosed() {
    return last() == closedAt;
  }

  /** The number of each symbol's last trade so far. */
  long last() {
    return Math.min(closedAt, (System.currentTimeMillis() - openedMs) / EVERY_MS);
  }

  /** The fields that history and stream have in common. */
  String fields(long id) {
    return "\"a\":%d,\"p\":\"%d.50\",\"q\":\"1\",\"T\":%d,\"m\":false"
        .formatted(id, 100 + id % 50, openedMs + id * EVERY_MS);
  }

  private MockResponse answer(String asked) {
    Matcher query = QUERY.matcher(asked);
    if (!query.find()) {
      return new MockResponse.Builder().code(400).build();
    }
    long number = Long.parseLong(query.group(3));
    long first =
        query.group(2).equals("fromId")
            ? number
            : Math.max(1, (number - openedMs + EVERY_MS - 1) / EVERY_MS);
    List<String> trades = new ArrayList<>();
    for (long id = Math.max(1, first); id <= last() && trades.size() < PAGE; id++) {
      trades.add("{" + fields(id) + "}");
    }
    return new MockResponse.Builder().body(trades.toString()).build();
  }

  @Override
  public void close() {
    streams.shutdownNow();
    server.close();
  }
}
