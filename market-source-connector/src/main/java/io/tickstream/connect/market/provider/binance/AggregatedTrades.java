package io.tickstream.connect.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.util.List;
import java.util.Optional;

/** {@code aggTrades}, and the stream {@code @aggTrade}: one event per taker order and price. */
final class AggregatedTrades extends BinanceVenue {

  private static final int WEIGHT = 4;

  AggregatedTrades(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    // By id the history continues right behind the last trade, whatever else happened in its
    // millisecond.
    return from.published()
        ? from(symbols, "&fromId=" + (Long.parseLong(from.id()) + 1))
        : from(symbols, "&startTime=" + from.ts());
  }

  private Request from(List<String> symbols, String begin) {
    return get("aggTrades?symbol=" + symbols.get(0) + begin + "&limit=" + PAGE, WEIGHT, symbols);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    String symbol = request.symbols().get(0);
    Items items = new Items(settings, response.receivedMs());
    for (JsonNode t : list(root)) {
      items.add(t, () -> trade(symbol, t.get("a"), t.get("p"), t.get("q"), t.get("T"), t.get("m")));
    }
    Page page = items.page();
    if (root.size() < PAGE) {
      return page;
    }
    long last = Json.whole(root.get(root.size() - 1).get("a"), "a");
    return page.withNext(from(request.symbols(), "&fromId=" + (last + 1)));
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public boolean sequentialIds() {
    return true;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(
        new BinanceStream(
            settings,
            "aggTrade",
            (symbol, data, receivedMs) ->
                trade(
                    symbol,
                    data.get("a"),
                    data.get("p"),
                    data.get("q"),
                    data.get("T"),
                    data.get("m")),
            null));
  }
}
