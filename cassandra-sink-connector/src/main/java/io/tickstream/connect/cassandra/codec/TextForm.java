package io.tickstream.connect.cassandra.codec;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/** How a value that is not text reads in a text column. */
final class TextForm {
  /** Beyond it the digits of 1e999999999 would fill the heap. */
  private static final int WIDEST_PLAIN_SCALE = 1_000;

  private final DateMeaning dates;
  private final CodecSettings settings;
  private final DateTimeFormatter timestamp;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;

  TextForm(DateMeaning dates, CodecSettings settings) {
    this.dates = dates;
    this.settings = settings;
    this.timestamp =
        TemporalFormat.of(settings.timestamp(), settings.locale()).withZone(settings.timeZone());
    this.date = TemporalFormat.of(settings.date(), settings.locale());
    this.time = TemporalFormat.of(settings.time(), settings.locale());
  }

  /** Null when there is none. */
  @Nullable String of(Object value) {
    if (value instanceof BigDecimal decimal) {
      return plain(decimal);
    }
    if (value instanceof Number || value instanceof Boolean || value instanceof UUID) {
      return value.toString();
    }
    if (value instanceof Date date) {
      return format((TemporalAccessor) dates.toTemporal(date));
    }
    if (value instanceof TemporalAccessor temporal) {
      return format(temporal);
    }
    if (value instanceof byte[] bytes) {
      return JsonText.base64(ByteBuffer.wrap(bytes));
    }
    if (value instanceof ByteBuffer bytes) {
      return JsonText.base64(bytes);
    }
    if (value instanceof Struct || value instanceof Map || value instanceof List) {
      return JsonText.write(value);
    }
    return null;
  }

  private static String plain(BigDecimal decimal) {
    return Math.abs((long) decimal.scale()) <= WIDEST_PLAIN_SCALE
        ? decimal.toPlainString()
        : decimal.toString();
  }

  private @Nullable String format(TemporalAccessor temporal) {
    if (temporal instanceof LocalDate) {
      return date.format(temporal);
    }
    if (temporal instanceof LocalTime) {
      return time.format(temporal);
    }
    return temporal instanceof Instant instant ? format(instant) : null;
  }

  private String format(Instant instant) {
    return switch (settings.timestamp()) {
      case TemporalFormat.CQL_TIMESTAMP -> instant.toString();
      case TemporalFormat.UNITS_SINCE_EPOCH -> units(instant);
      default -> timestamp.format(instant);
    };
  }

  private String units(Instant instant) {
    BigDecimal nanos = BigDecimal.valueOf(instant.toEpochMilli(), -6);
    BigDecimal perUnit = BigDecimal.valueOf(settings.unit().toNanos(1));
    return plain(nanos.divide(perUnit, 9, RoundingMode.UNNECESSARY).stripTrailingZeros());
  }
}
