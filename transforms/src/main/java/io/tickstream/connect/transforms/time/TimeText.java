package io.tickstream.connect.transforms.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoEra;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads moments from text: ISO 8601 in the forms that are seen in the wild, or given patterns. */
final class TimeText {
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendPattern("[' '][XXX][XX][X]")
          .optionalStart()
          .appendLiteral('[')
          .appendZoneRegionId()
          .appendLiteral(']')
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final List<DateTimeFormatter> formats;
  private final boolean isIso;
  private final ZoneId zone;

  /**
   * @param patterns of {@link DateTimeFormatter}, tried in order; none for ISO 8601
   * @param zone of text that names none
   */
  TimeText(List<String> patterns, ZoneId zone) {
    this.formats =
        patterns.isEmpty() ? List.of(ISO) : patterns.stream().map(TimeText::format).toList();
    this.isIso = patterns.isEmpty();
    this.zone = zone;
  }

  /** Strict, so that 30 February is refused; which needs the era that yyyy leaves open. */
  private static DateTimeFormatter format(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .parseDefaulting(ChronoField.ERA, IsoEra.CE.getValue())
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The moment that the whole text names, or null. */
  @Nullable Instant parse(String text) {
    Instant plain = isIso ? IsoDateTime.parse(text, zone) : null;
    if (plain != null) {
      return plain;
    }
    String readable = withNineFractionDigits(text.strip());
    for (DateTimeFormatter format : formats) {
      Instant moment = parse(readable, format);
      if (moment != null) {
        return moment;
      }
    }
    return null;
  }

  private @Nullable Instant parse(String text, DateTimeFormatter format) {
    try {
      TemporalAccessor parsed =
          format.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
      if (parsed instanceof LocalDateTime dateTime) {
        return dateTime.atZone(zone).toInstant();
      }
      return parsed instanceof LocalDate date
          ? date.atStartOfDay(zone).toInstant()
          : Instant.from(parsed);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Java reads nine digits of a second's fraction; more are below any clock and are cut. */
  private static String withNineFractionDigits(String text) {
    int point = text.lastIndexOf('.');
    int end = point + 1;
    while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
      end++;
    }
    return point < 0 || end - point - 1 <= 9
        ? text
        : text.substring(0, point + 10) + text.substring(end);
  }
}
