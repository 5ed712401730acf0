package io.tickstream.connect.market.provider.binance;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code ticker/24hr}, and the stream {@code @bookTicker}: best bid and ask. */
final class Tickers extends BinanceVenue {

  Tickers(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return tickers(symbols);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    Items items = new Items(settings, response.receivedMs());
    Set<String> missing = new HashSet<>(request.symbols());
    for (JsonNode ticker : list(root)) {
      missing.remove(ticker.path("symbol").asText());
      items.add(ticker, () -> quote(ticker, response.receivedMs()));
    }
    return items.page().withUnknown(items.malformed() > 0 ? Set.of() : missing);
  }

  private Quote quote(JsonNode ticker, long receivedMs) {
    return Quote.builder(
            Json.requireText(ticker.get("symbol"), "symbol"),
            epochMs(ticker.get("closeTime"), "closeTime"),
            receivedMs)
        .price(Json.requireAmount(ticker.get("lastPrice"), "lastPrice"))
        .open(Json.amount(ticker.get("openPrice")))
        .high(Json.amount(ticker.get("highPrice")))
        .low(Json.amount(ticker.get("lowPrice")))
        .previousClose(Json.amount(ticker.get("prevClosePrice")))
        .change(Json.amount(ticker.get("priceChange")))
        .changePercent(Json.amount(ticker.get("priceChangePercent")))
        .volume(Json.amount(ticker.get("volume")))
        .bid(Json.amount(ticker.get("bidPrice")))
        .ask(Json.amount(ticker.get("askPrice")))
        .bidSize(Json.amount(ticker.get("bidQty")))
        .askSize(Json.amount(ticker.get("askQty")))
        .build();
  }

  /** The stream's frames carry no time at all. */
  private static Quote book(String symbol, JsonNode data, long receivedMs) {
    return Quote.builder(symbol, receivedMs)
        .bid(Json.requireAmount(data.get("b"), "b"))
        .ask(Json.requireAmount(data.get("a"), "a"))
        .bidSize(Json.amount(data.get("B")))
        .askSize(Json.amount(data.get("A")))
        .build();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(new BinanceStream(settings, "bookTicker", Tickers::book, this::tickers));
  }
}
