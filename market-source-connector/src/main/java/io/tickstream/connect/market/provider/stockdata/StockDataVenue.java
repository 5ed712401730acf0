package io.tickstream.connect.market.provider.stockdata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Quote;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Failure;
import io.tickstream.connect.market.provider.HttpStatus;
import io.tickstream.connect.market.provider.Item;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Spellings;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.Usage;
import io.tickstream.connect.market.provider.Venue;
import io.tickstream.connect.market.provider.VenueTimes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests and answers of {@code /v1/data/quote}. */
final class StockDataVenue implements Venue {

  private static final String BASE_URL = "https://api.stockdata.org/v1";

  private final Settings settings;
  private final ZoneId zone;

  StockDataVenue(Settings settings) {
    this.settings = settings;
    this.zone = ZoneId.of(settings.options().getString(StockDataProvider.ZONE));
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    StringBuilder url =
        new StringBuilder(settings.baseUrl(BASE_URL)).append("/data/quote?symbols=");
    url.append(String.join(",", symbols.stream().map(Urls::encode).toList()));
    if (settings.options().getBoolean(StockDataProvider.EXTENDED_HOURS)) {
      url.append("&extended_hours=true");
    }
    if (settings.options().getBoolean(StockDataProvider.KEY_BY_TICKER)) {
      url.append("&key_by_ticker=true");
    }
    url.append("&api_token=").append(Urls.encode(settings.apiKey().orElse("")));
    return Request.get(url.toString(), symbols);
  }

  @Override
  public Reply parse(Request request, Response response) {
    if (!response.successful()) {
      return failure(request, response);
    }
    JsonNode data;
    try {
      data = Json.parse(response).path("data");
    } catch (IllegalArgumentException unreadable) {
      return new Failure.Transient(String.valueOf(unreadable.getMessage()));
    }
    // An object by ticker iterates over its values, as an array does.
    if (!data.isContainerNode()) {
      return new Failure.Transient("the answer has no data");
    }
    List<Item> items = new ArrayList<>();
    Spellings asked = new Spellings(request.symbols());
    Set<String> missing = new HashSet<>(request.symbols());
    int malformed = 0;
    for (JsonNode element : data) {
      try {
        Quote quote = quote(element, asked, response.receivedMs());
        items.add(new Item(quote, settings.needsRaw() ? element.toString() : null));
        missing.remove(quote.symbol());
      } catch (IllegalArgumentException | DateTimeException notQuote) {
        String ticker = element.path("ticker").asText();
        missing.remove(asked.of(ticker));
        malformed++;
      }
    }
    // Nobody is unknown on the word of an answer that could not be read in full.
    return Page.of(items).withMalformed(malformed).withUnknown(malformed > 0 ? Set.of() : missing);
  }

  private Quote quote(JsonNode element, Spellings asked, long receivedMs) {
    String ticker = Json.text(element.get("ticker"));
    if (ticker == null) {
      throw new IllegalArgumentException("ticker is missing");
    }
    Amount price = Json.requireAmount(element.get("price"), "price");
    Amount previousClose = Json.amount(element.get("previous_close_price"));
    Amount change = change(price, previousClose);
    String lastTrade = Json.text(element.get("last_trade_time"));
    String symbol = asked.of(ticker);
    return (lastTrade == null
            ? Quote.builder(symbol, receivedMs)
            : Quote.builder(symbol, timeMs(lastTrade), receivedMs))
        .price(price)
        .open(Json.amount(element.get("day_open")))
        .high(Json.amount(element.get("day_high")))
        .low(Json.amount(element.get("day_low")))
        .previousClose(previousClose)
        .change(change)
        .changePercent(percent(change, previousClose))
        .volume(Json.amount(element.get("volume")))
        .week52High(Json.amount(element.get("52_week_high")))
        .week52Low(Json.amount(element.get("52_week_low")))
        .marketCap(Json.amount(element.get("market_cap")))
        .currency(Json.text(element.get("currency")))
        .exchange(Json.text(element.get("exchange_short")))
        .mic(Json.text(element.get("mic_code")))
        .name(Json.text(element.get("name")))
        .extendedHours(
            element.path("is_extended_hours_price").isBoolean()
                ? element.get("is_extended_hours_price").booleanValue()
                : null)
        .build();
  }

  private long timeMs(String local) {
    return VenueTimes.parse(local).atZone(zone).toInstant().toEpochMilli();
  }

  /**
   * The venue's own {@code day_change} is a percentage of the current price, which nobody means by
   * a change.
   */
  private static @Nullable Amount change(Amount price, @Nullable Amount previousClose) {
    return previousClose == null
        ? null
        : Amount.of(price.toBigDecimal().subtract(previousClose.toBigDecimal()));
  }

  private static @Nullable Amount percent(@Nullable Amount change, @Nullable Amount previousClose) {
    return change == null || previousClose == null || previousClose.signum() == 0
        ? null
        : Amount.of(
            change
                .toBigDecimal()
                .multiply(BigDecimal.valueOf(100))
                .divide(previousClose.toBigDecimal(), 4, RoundingMode.HALF_UP));
  }

  private static Failure failure(Request request, Response response) {
    return switch (response.status()) {
      case 402 ->
          new Failure.QuotaExhausted(
              HttpStatus.quotaUntilMs(response), "the day's requests are used up");
      case 403 -> new Failure.BadCredentials("the plan does not include this (HTTP 403)");
      case 404 -> new Failure.Refused("the address is not one of the API (HTTP 404)");
      default -> HttpStatus.failure(request, response);
    };
  }

  @Override
  public List<Usage> usage(Response response) {
    return response.number("X-UsageLimit-Remaining").stream()
        .mapToObj(left -> Usage.remaining(Usage.Window.DAY, left))
        .toList();
  }

  @Override
  public boolean hasHistory() {
    return false;
  }
}
