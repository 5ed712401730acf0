package io.tickstream.connect.market;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/** A venue on loopback that keeps every trade, one after the other, and counts who asks. */
final class HistoryServer implements AutoCloseable {

  private static final long FIRST_MS = 1_795_000_000_000L;

  private final MockWebServer server = new MockWebServer();
  private final AtomicLong trades = new AtomicLong();
  final ConcurrentLinkedQueue<Long> requestTimes = new ConcurrentLinkedQueue<>();
  volatile int everyNthFails = Integer.MAX_VALUE;

  HistoryServer(long trades) throws IOException {
    this(trades, () -> System.nanoTime() / 1_000_000);
  }

  /**
   * Opens the venue.
   *
   * @param clock milliseconds by which it notes when it was asked
   */
  HistoryServer(long trades, LongSupplier clock) throws IOException {
    this.trades.set(trades);
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            requestTimes.add(clock.getAsLong());
            return requestTimes.size() % everyNthFails == 0
                ? new MockResponse.Builder().code(500).build()
                : new MockResponse.Builder().body(page(request)).build();
          }
        });
    server.start();
  }

  String url() {
    return server.url("").toString();
  }

  /** Lets more trades happen. */
  void trade(long more) {
    trades.addAndGet(more);
  }

  private String page(RecordedRequest request) {
    Map<String, String> query =
        request.getUrl().queryParameterNames().stream()
            .collect(Collectors.toMap(name -> name, name -> request.getUrl().queryParameter(name)));
    long limit = Long.parseLong(query.getOrDefault("limit", "500"));
    long from =
        query.containsKey("fromId")
            ? Long.parseLong(query.get("fromId"))
            : Math.max(0, Long.parseLong(query.getOrDefault("startTime", "0")) - FIRST_MS);
    return LongStream.range(from, Math.min(trades.get(), from + limit))
        .mapToObj(
            id ->
                "{\"a\":%d,\"p\":\"1.5\",\"q\":\"2\",\"f\":%d,\"l\":%d,\"T\":%d,\"m\":true,\"M\":true}"
                    .formatted(id, id, id, FIRST_MS + id))
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Override
  public void close() {
    server.close();
  }
}
