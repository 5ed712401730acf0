package io.tickstream.connect.market.provider.yahoo;

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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The quote that a chart's metadata holds. */
final class ChartQuote extends YahooVenue {

  ChartQuote(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return get(symbols, "interval=1d&range=1d");
  }

  @Override
  Reply read(Request request, Response response, JsonNode meta, JsonNode result) {
    Items items = new Items(settings, response.receivedMs());
    items.add(meta, () -> quote(request.symbols().get(0), meta, result, response.receivedMs()));
    return items.page();
  }

  private static Quote quote(String symbol, JsonNode meta, JsonNode result, long receivedMs) {
    Amount price = price(meta.get("regularMarketPrice"), meta);
    if (price == null) {
      throw new IllegalArgumentException("regularMarketPrice is missing");
    }
    Amount previousClose = price(previousClose(meta), meta);
    return Quote.builder(
            symbol,
            Json.epochMs(meta.get("regularMarketTime"), TimeUnit.SECONDS, "regularMarketTime"),
            receivedMs)
        .price(price)
        .open(open(meta, result))
        .high(price(meta.get("regularMarketDayHigh"), meta))
        .low(price(meta.get("regularMarketDayLow"), meta))
        .previousClose(previousClose)
        .change(change(price, previousClose))
        .changePercent(percent(price, previousClose))
        .volume(Json.amount(meta.get("regularMarketVolume")))
        .week52High(price(meta.get("fiftyTwoWeekHigh"), meta))
        .week52Low(price(meta.get("fiftyTwoWeekLow"), meta))
        .currency(Json.text(meta.get("currency")))
        .exchange(Json.text(meta.get("fullExchangeName")))
        .name(Json.text(meta.get("longName")))
        .build();
  }

  /** The chart's own previous close is the one before the range, which for a day is the same. */
  private static @Nullable JsonNode previousClose(JsonNode meta) {
    boolean day = meta.path("range").asText().equals("1d");
    return meta.has("previousClose") || !day
        ? meta.get("previousClose")
        : meta.get("chartPreviousClose");
  }

  /** The day's open is in the metadata nowhere, but it is the open of the day's bar. */
  private static @Nullable Amount open(JsonNode meta, JsonNode result) {
    return meta.path("dataGranularity").asText().equals("1d")
        ? price(result.at("/indicators/quote/0/open/0"), meta)
        : null;
  }

  private static @Nullable Amount change(Amount price, @Nullable Amount previousClose) {
    return previousClose == null
        ? null
        : Amount.of(price.toBigDecimal().subtract(previousClose.toBigDecimal()));
  }

  private static @Nullable Amount percent(Amount price, @Nullable Amount previousClose) {
    if (previousClose == null || previousClose.signum() == 0) {
      return null;
    }
    BigDecimal close = previousClose.toBigDecimal();
    return Amount.of(
        price
            .toBigDecimal()
            .subtract(close)
            .multiply(BigDecimal.valueOf(100))
            .divide(close, 4, RoundingMode.HALF_UP));
  }

  @Override
  public boolean hasHistory() {
    return false;
  }
}
