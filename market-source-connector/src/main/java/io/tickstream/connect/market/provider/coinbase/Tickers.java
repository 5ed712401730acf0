package io.tickstream.connect.market.provider.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Frame;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.util.List;
import java.util.Optional;

/** {@code /products/…/ticker}, and the channel {@code ticker}. */
final class Tickers extends CoinbaseVenue {

  Tickers(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return get("/ticker", symbols);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    if (!root.isObject()) {
      throw new IllegalArgumentException("the answer is not an object");
    }
    Items items = new Items(settings, response.receivedMs());
    items.add(
        root,
        () ->
            Quote.builder(
                    request.symbols().get(0),
                    time(root.get("time")).toEpochMilli(),
                    response.receivedMs())
                .price(Json.requireAmount(root.get("price"), "price"))
                .bid(Json.amount(root.get("bid")))
                .ask(Json.amount(root.get("ask")))
                .volume(Json.amount(root.get("volume")))
                .build());
    return items.page();
  }

  private Frame streamed(JsonNode ticker, long receivedMs) {
    Items items = new Items(settings, receivedMs);
    items.add(
        ticker,
        () ->
            Quote.builder(
                    Json.requireText(ticker.get("product_id"), "product_id"),
                    time(ticker.get("time")).toEpochMilli(),
                    receivedMs)
                .price(Json.requireAmount(ticker.get("price"), "price"))
                .open(Json.amount(ticker.get("open_24h")))
                .high(Json.amount(ticker.get("high_24h")))
                .low(Json.amount(ticker.get("low_24h")))
                .volume(Json.amount(ticker.get("volume_24h")))
                .bid(Json.amount(ticker.get("best_bid")))
                .ask(Json.amount(ticker.get("best_ask")))
                .bidSize(Json.amount(ticker.get("best_bid_size")))
                .askSize(Json.amount(ticker.get("best_ask_size")))
                .build());
    return items.frame();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(
        new CoinbaseStream(
            settings,
            "ticker",
            (type, node, receivedMs) ->
                type.equals("ticker") ? streamed(node, receivedMs) : new Frame.Alive()));
  }
}
