package io.tickstream.connect.market.provider.yahoo;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.event.Bar;
import io.tickstream.connect.market.event.Interval;
import io.tickstream.connect.market.offset.Cursor;
import io.tickstream.connect.market.provider.Bars;
import io.tickstream.connect.market.provider.Items;
import io.tickstream.connect.market.provider.Json;
import io.tickstream.connect.market.provider.Page;
import io.tickstream.connect.market.provider.Reply;
import io.tickstream.connect.market.provider.Request;
import io.tickstream.connect.market.provider.Response;
import io.tickstream.connect.market.provider.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The bars of a chart: parallel arrays with holes, windows of limited length. */
final class ChartBars extends YahooVenue {

  /** What was asked for. */
  private record Window(long endMs, boolean last) {}

  ChartBars(Settings settings) {
    super(settings);
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    return window(symbols, Math.max(from.ts(), nowMs - reach().toMillis()), nowMs);
  }

  /** How far back the venue has such bars; further back it refuses to answer at all. */
  private Duration reach() {
    Interval interval = settings.requireInterval();
    return switch (interval.text()) {
      case "1m" -> Duration.ofDays(29);
      case "2m", "5m", "15m", "30m", "90m" -> Duration.ofDays(59);
      case "1h" -> Duration.ofDays(729);
      default -> Duration.ofDays(365 * 100);
    };
  }

  private Request window(List<String> symbols, long startMs, long nowMs) {
    Duration longest =
        settings.requireInterval().text().equals("1m") ? Duration.ofDays(7) : reach();
    long endMs = startMs + longest.toMillis();
    boolean preAndPost = settings.options().getBoolean(YahooProvider.PRE_AND_POST);
    return get(
            symbols,
            "interval="
                + name()
                + "&period1="
                + Math.floorDiv(startMs, 1000)
                + "&period2="
                + (Math.floorDiv(Math.min(endMs, nowMs), 1000) + 1)
                + "&includePrePost="
                + preAndPost)
        .withNote(new Window(endMs, endMs >= nowMs));
  }

  private String name() {
    return settings.requireInterval().text().replace("w", "wk").replace("M", "mo");
  }

  @Override
  Reply read(Request request, Response response, JsonNode meta, JsonNode result) {
    Items items = new Items(settings, response.receivedMs());
    JsonNode times = result.path("timestamp");
    JsonNode columns = result.path("indicators").path("quote").path(0);
    Bars bars = Bars.of(settings, response);
    String zoneName = Json.text(meta.get("exchangeTimezoneName"));
    ZoneId zone = zoneName == null ? ZoneOffset.UTC : ZoneId.of(zoneName);
    for (int i = 0; i < times.size(); i++) {
      int row = i;
      if (hole(columns, row) || live(times, row, meta)) {
        continue;
      }
      items.add(
          () -> Json.row(times.get(row), columns, row),
          () -> bar(request.symbols().get(0), times.get(row), columns, row, meta, zone, bars));
    }
    Page page = items.page();
    return request.note() instanceof Window window && !window.last
        ? page.withNext(window(request.symbols(), window.endMs, response.receivedMs()))
        : page;
  }

  /** A minute without a trade is a row of nulls. */
  private static boolean hole(JsonNode columns, int row) {
    return columns.path("close").path(row).isNull() && columns.path("open").path(row).isNull();
  }

  /** Behind the bars there may be the last price as a row of its own, at a bar's no time. */
  private boolean live(JsonNode times, int row, JsonNode meta) {
    if (row == 0 || row != times.size() - 1) {
      return false;
    }
    long time = times.get(row).asLong();
    long sincePrevious = (time - times.get(row - 1).asLong()) * 1000;
    return time == meta.path("regularMarketTime").asLong()
        && sincePrevious < settings.requireInterval().lengthMs() * 9 / 10;
  }

  private @Nullable Bar bar(
      String symbol,
      JsonNode time,
      JsonNode columns,
      int row,
      JsonNode meta,
      ZoneId zone,
      Bars bars) {
    Interval interval = settings.requireInterval();
    long timeMs = Json.epochMs(time, TimeUnit.SECONDS, "timestamp");
    boolean byDate = interval.unit().compareTo(ChronoUnit.DAYS) >= 0;
    // A day's row is at the session's open, and before that is over at the last trade.
    long startMs =
        byDate
            ? Instant.ofEpochMilli(timeMs)
                .atZone(zone)
                .toLocalDate()
                .atStartOfDay(zone)
                .toInstant()
                .toEpochMilli()
            : timeMs;
    Amount volume = Json.amount(columns.path("volume").path(row));
    return bars.bar(
        symbol,
        startMs,
        interval.endMs(startMs, zone),
        new Bars.Prices(
            require("open", columns, row, meta),
            require("high", columns, row, meta),
            require("low", columns, row, meta),
            require("close", columns, row, meta),
            volume == null ? Amount.of(0) : volume));
  }

  private static Amount require(String column, JsonNode columns, int row, JsonNode meta) {
    Amount price = price(columns.path(column).path(row), meta);
    if (price == null) {
      throw new IllegalArgumentException(column + " is missing");
    }
    return price;
  }

  @Override
  public boolean hasHistory() {
    return true;
  }
}
