package io.tickstream.connect.market.provider.massive;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Urls;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v2/snapshot}. Snapshots are cleared every night and come back with the day's first trade,
 * so a symbol that is missing is not called unknown.
 */
final class Snapshots extends MassiveVenue {

  Snapshots(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return get(
        "/v2/snapshot/locale/us/markets/stocks/tickers?tickers="
            + String.join(",", symbols.stream().map(Urls::encode).toList()),
        symbols);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    Items items = new Items(settings, response.receivedMs());
    if (root.path("ticker").isObject()) {
      add(root.get("ticker"), response, items);
    } else if (root.path("tickers").isArray()) {
      root.get("tickers").forEach(ticker -> add(ticker, response, items));
    } else {
      throw new IllegalArgumentException("the answer has no tickers");
    }
    return items.page();
  }

  private void add(JsonNode ticker, Response response, Items items) {
    items.add(ticker, () -> quote(ticker, response.receivedMs()));
  }

  private static Quote quote(JsonNode node, long receivedMs) {
    JsonNode day = node.path("day");
    JsonNode lastQuote = node.path("lastQuote");
    Amount price =
        firstTraded(node.path("lastTrade").get("p"), node.path("min").get("c"), day.get("c"));
    if (price == null) {
      throw new IllegalArgumentException("the snapshot has no price");
    }
    return Quote.builder(
            Json.requireText(node.get("ticker"), "ticker"),
            Json.epochMs(node.get("updated"), TimeUnit.NANOSECONDS, "updated"),
            receivedMs)
        .price(price)
        .open(Json.amount(day.get("o")))
        .high(Json.amount(day.get("h")))
        .low(Json.amount(day.get("l")))
        .volume(Json.amount(day.get("v")))
        .previousClose(Json.amount(node.path("prevDay").get("c")))
        .change(Json.amount(node.get("todaysChange")))
        .changePercent(Json.amount(node.get("todaysChangePerc")))
        // Upper case is the ask.
        .bid(Json.amount(lastQuote.get("p")))
        .ask(Json.amount(lastQuote.get("P")))
        .bidSize(Json.amount(lastQuote.get("s")))
        .askSize(Json.amount(lastQuote.get("S")))
        .build();
  }

  /** Depending on the plan there is no last trade; before the open the rest is zero. */
  private static @Nullable Amount firstTraded(@Nullable JsonNode... nodes) {
    return Stream.of(nodes)
        .map(Json::amount)
        .filter(amount -> amount != null && amount.signum() != 0)
        .findFirst()
        .orElse(null);
  }

  @Override
  public boolean hasHistory() {
    return false;
  }
}
