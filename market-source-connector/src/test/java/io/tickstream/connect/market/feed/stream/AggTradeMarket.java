package io.tickstream.connect.market.feed.stream;

import io.tickstream.connect.market.provider.VenueFixture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/**
 * Trades numbered from 1, one every ten milliseconds, as Binance's history and stream have them.
 */
final class AggTradeMarket {

  private static final Pattern FROM = Pattern.compile("(fromId|startTime)=(\\d+)");

  /** The number of the last trade in the history. */
  final AtomicLong last = new AtomicLong();

  /** Most trades in an answer. */
  volatile int page = 1_000;

  static String streamed(long id) {
    return "{\"stream\":\"btcusdt@aggTrade\",\"data\":{\"e\":\"aggTrade\",\"s\":\"BTCUSDT\","
        + fields(id)
        + "}}";
  }

  private static String fields(long id) {
    return "\"a\":%d,\"p\":\"1.50\",\"q\":\"2\",\"T\":%d,\"m\":false".formatted(id, timeMs(id));
  }

  static long timeMs(long id) {
    return VenueFixture.NOW_MS + id * 10;
  }

  static String acknowledge(String subscribe) {
    return "{\"result\":null,\"id\":" + subscribe.replaceAll(".*\"id\":(\\d+).*", "$1") + "}";
  }

  /** The answer of {@code aggTrades}. */
  MockResponse answer(String path) {
    Matcher from = FROM.matcher(path);
    if (!from.find()) {
      return ScriptedVenue.status(404);
    }
    long number = Long.parseLong(from.group(2));
    long id = from.group(1).equals("fromId") ? number : (number - VenueFixture.NOW_MS + 9) / 10;
    List<String> trades = new ArrayList<>();
    for (id = Math.max(1, id); id <= last.get() && trades.size() < page; id++) {
      trades.add("{" + fields(id) + "}");
    }
    return new MockResponse(200, ScriptedVenue.headers(), trades.toString());
  }
}
