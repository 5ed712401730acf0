package io.tickstream.connect.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A market on loopback that answers like Binance's {@code aggTrades}: of each symbol a trade every
 * five milliseconds, numbered from 1, until it is closed for the day.
 */
final class TradeHistory implements AutoCloseable {
  private static final long EVERY_MS = 5;
  private static final int PAGE = 200;
  private static final Pattern QUERY = Pattern.compile("symbol=(\\w+)&(fromId|startTime)=(\\d+)");

  private final long openedMs = System.currentTimeMillis();
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private volatile long closedAt = Long.MAX_VALUE;

  TradeHistory() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v3/aggTrades", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Ends the trading; gives the number of each symbol's last trade. */
  long closeTrading() {
    closedAt = last();
    return closedAt;
  }

  private long last() {
    return Math.min(closedAt, (System.currentTimeMillis() - openedMs) / EVERY_MS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    Matcher query = QUERY.matcher(exchange.getRequestURI().getQuery());
    if (!query.find()) {
      exchange.sendResponseHeaders(400, -1);
      exchange.close();
      return;
    }
    long number = Long.parseLong(query.group(3));
    long first =
        query.group(2).equals("fromId")
            ? number
            : Math.max(1, (number - openedMs + EVERY_MS - 1) / EVERY_MS);
    List<String> trades = new ArrayList<>();
    for (long id = Math.max(1, first); id <= last() && trades.size() < PAGE; id++) {
      trades.add(
          "{\"a\":%d,\"p\":\"%d.50\",\"q\":\"1\",\"T\":%d,\"m\":false}"
              .formatted(id, 100 + id % 50, openedMs + id * EVERY_MS));
    }
    byte[] body = trades.toString().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
