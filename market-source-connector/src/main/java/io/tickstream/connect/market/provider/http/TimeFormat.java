package io.tickstream.connect.market.provider.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tickstream.connect.market.event.Amount;
import io.tickstream.connect.market.provider.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an API writes times: as a number since the epoch, in ISO 8601, or in a pattern of java.time.
 * What names no zone is of the zone configured. Immutable.
 */
final class TimeFormat {

  /** What a number's unit has to be moved by to become milliseconds. */
  private static final Map<String, Integer> UNITS = Map.of("s", 3, "ms", 0, "us", -3, "ns", -6);

  private static final BigDecimal LAST_MS = BigDecimal.valueOf(253_402_300_799_999L);

  private final String text;
  private final ZoneId zone;
  private final @Nullable Integer shift;
  private final DateTimeFormatter formatter;

  /**
   * Reads a format.
   *
   * @throws IllegalArgumentException when it is neither a unit, {@code iso} nor a pattern
   */
  TimeFormat(String text, ZoneId zone) {
    this.text = text;
    this.zone = zone;
    this.shift = UNITS.get(text);
    this.formatter =
        shift != null || text.equals("iso")
            ? DateTimeFormatter.ISO_DATE_TIME
            : DateTimeFormatter.ofPattern(text, Locale.ROOT);
  }

  ZoneId zone() {
    return zone;
  }

  /**
   * Epoch milliseconds.
   *
   * @throws IllegalArgumentException or DateTimeException when it is not such a time
   */
  long parse(JsonNode node) {
    if (shift != null) {
      return fromNumber(node, shift);
    }
    String given = Json.requireText(node, "time");
    if (!text.equals("iso")) {
      return epochMs(
          formatter.parseBest(
              given, ZonedDateTime::from, Instant::from, LocalDateTime::from, LocalDate::from));
    }
    return given.length() == 10
        ? epochMs(LocalDate.parse(given))
        : epochMs(
            formatter.parseBest(given.replace(' ', 'T'), ZonedDateTime::from, LocalDateTime::from));
  }

  private static long fromNumber(JsonNode node, int shift) {
    Amount amount = Json.requireAmount(node, "time");
    BigDecimal ms = amount.toBigDecimal().movePointRight(shift).setScale(0, RoundingMode.FLOOR);
    if (ms.signum() < 0 || ms.compareTo(LAST_MS) > 0) {
      throw new IllegalArgumentException("a time is out of range");
    }
    return ms.longValueExact();
  }

  private long epochMs(TemporalAccessor time) {
    if (time instanceof LocalDate date) {
      return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }
    return time instanceof LocalDateTime local
        ? local.atZone(zone).toInstant().toEpochMilli()
        : Instant.from(time).toEpochMilli();
  }

  /** The time as the API wants to be asked for it. */
  String format(long epochMs) {
    if (shift != null) {
      return BigDecimal.valueOf(epochMs)
          .movePointLeft(shift)
          .setScale(0, RoundingMode.FLOOR)
          .toPlainString();
    }
    Instant time = Instant.ofEpochMilli(epochMs);
    return text.equals("iso") ? time.toString() : formatter.withZone(zone).format(time);
  }
}
