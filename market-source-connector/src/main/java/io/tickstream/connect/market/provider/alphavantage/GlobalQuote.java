package io.tickstream.connect.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import java.util.List;
import java.util.Set;

/** {@code GLOBAL_QUOTE}. It names the trading day only, so the quote's time is that of receipt. */
final class GlobalQuote extends AlphaVantageVenue {

  GlobalQuote(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return get("GLOBAL_QUOTE", symbols, "");
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    // With an entitlement the name goes on: Global Quote - DATA DELAYED BY 15 MINUTES.
    JsonNode node = field(root, "Global Quote");
    if (node == null || !node.isObject()) {
      return failure(request, response, root);
    }
    if (node.isEmpty()) {
      return Page.of(List.of()).withUnknown(Set.copyOf(request.symbols()));
    }
    Items items = new Items(settings, response.receivedMs());
    items.add(node, () -> quote(request.symbols().get(0), node, response.receivedMs()));
    return items.page();
  }

  private static Quote quote(String symbol, JsonNode node, long receivedMs) {
    String percent = Json.text(node.get("10. change percent"));
    return Quote.builder(symbol, receivedMs)
        .price(Json.requireAmount(node.get("05. price"), "price"))
        .open(Json.amount(node.get("02. open")))
        .high(Json.amount(node.get("03. high")))
        .low(Json.amount(node.get("04. low")))
        .volume(Json.amount(node.get("06. volume")))
        .previousClose(Json.amount(node.get("08. previous close")))
        .change(Json.amount(node.get("09. change")))
        .changePercent(percent == null ? null : Amount.parse(percent.replace("%", "").trim()))
        .build();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }
}
