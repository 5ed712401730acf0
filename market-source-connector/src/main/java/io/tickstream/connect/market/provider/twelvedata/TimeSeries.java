package io.tickstream.connect.market.provider.twelvedata;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Bars;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import io.tickstream.connect.market.provider.Urls;
import io.tickstream.connect.market.provider.VenueTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code /time_series}, in windows of no more bars than an answer holds. Intraday times are asked
 * for in UTC; days, weeks and months are dates of the exchange's own calendar.
 */
final class TimeSeries extends TwelveDataVenue {

  private static final int PAGE = 5000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  /** Where the window that was asked for ends, exclusive; the present or later for the last one. */
  private record Window(long endMs, boolean last) {}

  TimeSeries(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    long startMs = Math.max(0, from.ts());
    // A date covers a day in any zone, so that a day early is never a day late.
    return window(symbols, intraday() ? startMs : Math.max(0, startMs - 86_400_000L), nowMs);
  }

  private Request window(List<String> symbols, long startMs, long nowMs) {
    Interval interval = settings.requireInterval();
    long endMs = startMs + PAGE * interval.lengthMs();
    return get(
            "time_series",
            symbols,
            "&interval="
                + name(interval)
                + "&start_date="
                + Urls.encode(TIME.format(Instant.ofEpochMilli(startMs)))
                + "&end_date="
                + Urls.encode(
                    TIME.format(Instant.ofEpochMilli(Math.min(endMs, nowMs + 86_400_000L))))
                + "&outputsize="
                + PAGE
                + "&timezone=UTC&order=ASC")
        .withNote(new Window(endMs, endMs > nowMs));
  }

  private boolean intraday() {
    return settings.requireInterval().unit().compareTo(ChronoUnit.DAYS) < 0;
  }

  private static String name(Interval interval) {
    return interval.count()
        + switch (interval.unit()) {
          case MINUTES -> "min";
          case HOURS -> "h";
          case DAYS -> "day";
          case WEEKS -> "week";
          default -> "month";
        };
  }

  @Override
  void readSymbol(String symbol, JsonNode part, Response response, Items items) {
    if (!part.path("values").isArray()) {
      throw new IllegalArgumentException("the answer has no values");
    }
    String exchangeZone = Json.text(part.path("meta").get("exchange_timezone"));
    ZoneId zone = intraday() || exchangeZone == null ? ZoneOffset.UTC : ZoneId.of(exchangeZone);
    Bars bars = Bars.of(settings, response);
    for (JsonNode value : part.get("values")) {
      items.add(value, () -> bar(symbol, value, zone, bars));
    }
  }

  private @Nullable Bar bar(String symbol, JsonNode value, ZoneId zone, Bars bars) {
    String text = Json.requireText(value.get("datetime"), "datetime");
    long startMs =
        (text.length() > 10
                ? VenueTimes.parseSpaced(text).atZone(zone)
                : LocalDate.parse(text).atStartOfDay(zone))
            .toInstant()
            .toEpochMilli();
    Amount volume = Json.amount(value.get("volume"));
    return bars.bar(
        symbol,
        startMs,
        settings.requireInterval().endMs(startMs, zone),
        Bars.Prices.read(
            value::get,
            "open",
            "high",
            "low",
            "close",
            // Currencies have no volume.
            volume == null ? Amount.of(0) : volume));
  }

  @Override
  Page withNext(Page page, List<String> symbols, Request request, Response response) {
    return request.note() instanceof Window window && !window.last && !symbols.isEmpty()
        ? page.withNext(window(symbols, window.endMs, response.receivedMs()))
        : page;
  }

  @Override
  public boolean hasHistory() {
    return true;
  }
}
