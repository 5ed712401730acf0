package io.tickstream.connect.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Bars;
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
import org.jspecify.annotations.Nullable;

/** {@code klines}, and the stream {@code @kline}. The last bar of an answer is usually open. */
final class Klines extends BinanceVenue {

  private static final int WEIGHT = 2;

  Klines(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    boolean behind = from.id().equals(Bar.CLOSED);
    return from(symbols, behind ? from.ts() + 1 : from.ts());
  }

  private Request from(List<String> symbols, long startMs) {
    return get(
        "klines?symbol="
            + symbols.get(0)
            + "&interval="
            + settings.requireInterval().text()
            + "&startTime="
            + startMs
            + "&limit="
            + PAGE,
        WEIGHT,
        symbols);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    String symbol = request.symbols().get(0);
    Items items = new Items(settings, response.receivedMs());
    Bars bars = Bars.of(settings, response);
    for (JsonNode k : list(root)) {
      items.add(
          k,
          () ->
              bars.bar(
                  symbol,
                  epochMs(k.get(0), "open time"),
                  epochMs(k.get(6), "close time") + 1,
                  new Bars.Prices(
                      Json.requireAmount(k.get(1), "open"),
                      Json.requireAmount(k.get(2), "high"),
                      Json.requireAmount(k.get(3), "low"),
                      Json.requireAmount(k.get(4), "close"),
                      Json.requireAmount(k.get(5), "volume"),
                      Json.amount(k.get(7)),
                      null,
                      Json.whole(k.get(8), "trades"))));
    }
    Page page = items.page();
    return root.size() < PAGE
        ? page
        : page.withNext(
            from(request.symbols(), epochMs(root.get(root.size() - 1).get(0), "open time") + 1));
  }

  private @Nullable Bar streamed(String symbol, JsonNode data, long receivedMs) {
    JsonNode k = data.path("k");
    if (!k.path("x").isBoolean()) {
      throw new IllegalArgumentException("the closed flag is missing");
    }
    return new Bars(settings, receivedMs, epochMs(data.get("E"), "E"))
        .bar(
            symbol,
            epochMs(k.get("t"), "t"),
            epochMs(k.get("T"), "T") + 1,
            Bars.Prices.read(k::get, "o", "h", "l", "c", Json.requireAmount(k.get("v"), "v"))
                .with(Json.amount(k.get("q")), null, Json.whole(k.get("n"), "n")),
            k.get("x").booleanValue());
  }

  @Override
  public boolean hasHistory() {
    return true;
  }

  @Override
  public boolean gapless() {
    return true;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(
        new BinanceStream(
            settings, "kline_" + settings.requireInterval().text(), this::streamed, null));
  }
}
