package io.tickstream.connect.market.provider.alphavantage;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.tickstream.connect.market.provider.VenueTimes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code TIME_SERIES_INTRADAY}, a month per request once the latest hundred bars do not reach back
 * far enough, and {@code TIME_SERIES_DAILY}. Times are local to the zone that the answer names.
 */
final class TimeSeries extends AlphaVantageVenue {

  /** How many bars {@code outputsize=compact} brings. */
  private static final int COMPACT = 100;

  /** The zone of the months that are asked for. */
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  /** The first month the venue has. */
  private static final YearMonth FIRST = YearMonth.of(2000, 1);

  TimeSeries(Settings settings) {
    super(settings);
  }

  private boolean daily() {
    return settings.requireInterval().text().equals("1d");
  }

  @Override
  public Request request(List<String> symbols, Cursor from, long nowMs) {
    Interval interval = settings.requireInterval();
    boolean recent = from.ts() >= nowMs - (COMPACT - 1) * interval.lengthMs();
    if (daily()) {
      return get("TIME_SERIES_DAILY", symbols, "&outputsize=" + (recent ? "compact" : "full"));
    }
    if (recent) {
      return intraday(symbols, "&outputsize=compact");
    }
    YearMonth month = month(from.ts());
    return month(symbols, month.isBefore(FIRST) ? FIRST : month);
  }

  private static YearMonth month(long timeMs) {
    return YearMonth.from(Instant.ofEpochMilli(timeMs).atZone(NEW_YORK));
  }

  private Request month(List<String> symbols, YearMonth month) {
    return intraday(symbols, "&outputsize=full&month=" + month).withNote(month);
  }

  private Request intraday(List<String> symbols, String more) {
    boolean adjusted = settings.options().getBoolean(AlphaVantageProvider.ADJUSTED);
    boolean extended = settings.options().getBoolean(AlphaVantageProvider.EXTENDED_HOURS);
    return get(
        "TIME_SERIES_INTRADAY",
        symbols,
        "&interval="
            + settings.requireInterval().lengthMs() / 60_000
            + "min&adjusted="
            + adjusted
            + "&extended_hours="
            + extended
            + more);
  }

  @Override
  Reply read(Request request, Response response, JsonNode root) {
    JsonNode series = field(root, "Time Series");
    if (series == null || !series.isObject()) {
      return failure(request, response, root);
    }
    JsonNode zoneName = field(root.path("Meta Data"), "Time Zone");
    ZoneId zone = zoneName == null ? NEW_YORK : ZoneId.of(zoneName.asText());
    Items items = new Items(settings, response.receivedMs());
    Bars bars = Bars.of(settings, response);
    for (Map.Entry<String, JsonNode> entry : series.properties()) {
      items.add(
          () -> Json.object(entry.getKey(), entry.getValue()),
          () -> bar(request.symbols().get(0), entry.getKey(), entry.getValue(), zone, bars));
    }
    Page page = items.sortedPage();
    return request.note() instanceof YearMonth month && month.isBefore(month(response.receivedMs()))
        ? page.withNext(month(request.symbols(), month.plusMonths(1)))
        : page;
  }

  private @Nullable Bar bar(String symbol, String time, JsonNode node, ZoneId zone, Bars bars) {
    ZonedDateTime start =
        time.length() > 10
            ? VenueTimes.parseSpaced(time).atZone(zone)
            : LocalDate.parse(time).atStartOfDay(zone);
    long startMs = start.toInstant().toEpochMilli();
    return bars.bar(
        symbol,
        startMs,
        settings.requireInterval().endMs(startMs, zone),
        Bars.Prices.read(
            node::get,
            "1. open",
            "2. high",
            "3. low",
            "4. close",
            Json.requireAmount(node.get("5. volume"), "5. volume")));
  }

  @Override
  public boolean hasHistory() {
    return true;
  }
}
