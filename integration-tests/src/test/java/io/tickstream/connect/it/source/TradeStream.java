package io.tickstream.connect.it.source;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection to the stream of a {@link TradeHistory}. It is not a good one: now and
 * then it leaves out a trade, or ends in the middle. Only the market's last trade always comes, on
 * a connection made after the close as well: a client that has it knows what it lacks.
 */
final class TradeStream extends WebSocketListener {
  private static final Pattern STREAM = Pattern.compile("(\\w+)@aggTrade");
  private static final Pattern NUMBER = Pattern.compile("\"id\":(\\d+)");
  private static final int ONE_IS_LEFT_OUT_OF = 50;
  private static final int ONE_ENDS_IT_OF = 4_000;

  private final TradeHistory market;
  private final ScheduledExecutorService threads;
  private final Random random = new Random(1);
  private final List<String> subscribed = new CopyOnWriteArrayList<>();
  private volatile @Nullable Future<?> sending;
  private long sent;

  TradeStream(TradeHistory market, ScheduledExecutorService threads) {
    this.market = market;
    this.threads = threads;
  }

  @Override
  public void onOpen(WebSocket socket, Response response) {
    sent = market.isClosed() ? market.last() - 1 : market.last();
    sending = threads.scheduleWithFixedDelay(() -> send(socket), 5, 5, TimeUnit.MILLISECONDS);
  }

  @Override
  public void onMessage(WebSocket socket, String request) {
    if (request.contains("\"SUBSCRIBE\"")) {
      subscribed.addAll(STREAM.matcher(request).results().map(stream -> stream.group(1)).toList());
    }
    Matcher number = NUMBER.matcher(request);
    socket.send("{\"result\":null,\"id\":%s}".formatted(number.find() ? number.group(1) : "1"));
  }

  @Override
  public void onClosing(WebSocket socket, int code, String reason) {
    stop();
    socket.close(code, null);
  }

  @Override
  public void onFailure(WebSocket socket, Throwable cause, @Nullable Response response) {
    stop();
  }

  private void send(WebSocket socket) {
    if (subscribed.isEmpty()) {
      return;
    }
    for (long last = market.last(); sent < last; ) {
      sent++;
      boolean isLast = market.isClosed() && sent == last;
      for (String symbol : subscribed) {
        if (!isLast && random.nextInt(ONE_ENDS_IT_OF) == 0) {
          socket.cancel();
          stop();
          return;
        }
        if (isLast || random.nextInt(ONE_IS_LEFT_OUT_OF) != 0) {
          socket.send(
              "{\"stream\":\"%s@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"s\":\"%s\",%s}}"
                  .formatted(symbol, symbol.toUpperCase(Locale.ROOT), market.fields(sent)));
        }
      }
    }
  }

  private void stop() {
    Future<?> current = sending;
    if (current != null) {
      current.cancel(false);
    }
  }
}
