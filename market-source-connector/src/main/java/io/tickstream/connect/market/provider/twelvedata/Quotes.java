package io.tickstream.connect.market.provider.twelvedata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Stream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code /quote}, and the price stream. */
final class Quotes extends TwelveDataVenue {

  Quotes(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return get("quote", symbols, "");
  }

  @Override
  void readSymbol(String symbol, JsonNode part, Response response, Items items) {
    items.add(part, () -> quote(symbol, part, response.receivedMs()));
  }

  private static Quote quote(String symbol, JsonNode node, long receivedMs) {
    // timestamp is when the day's bar began; last_quote_at is when the price was made.
    JsonNode time = node.has("last_quote_at") ? node.get("last_quote_at") : node.get("timestamp");
    JsonNode year = node.path("fifty_two_week");
    return Quote.builder(symbol, Json.epochMs(time, TimeUnit.SECONDS, "last_quote_at"), receivedMs)
        .price(Json.requireAmount(node.get("close"), "close"))
        .open(Json.amount(node.get("open")))
        .high(Json.amount(node.get("high")))
        .low(Json.amount(node.get("low")))
        .previousClose(Json.amount(node.get("previous_close")))
        .change(Json.amount(node.get("change")))
        .changePercent(Json.amount(node.get("percent_change")))
        .volume(Json.amount(node.get("volume")))
        .week52High(Json.amount(year.get("high")))
        .week52Low(Json.amount(year.get("low")))
        .currency(Json.text(node.get("currency")))
        .exchange(Json.text(node.get("exchange")))
        .mic(Json.text(node.get("mic_code")))
        .name(Json.text(node.get("name")))
        .build();
  }

  @Override
  Page withNext(Page page, List<String> symbols, Request request, Response response) {
    return page;
  }

  @Override
  public boolean hasHistory() {
    return false;
  }

  @Override
  public Optional<Stream> stream() {
    return Optional.of(new PriceStream(settings));
  }
}
