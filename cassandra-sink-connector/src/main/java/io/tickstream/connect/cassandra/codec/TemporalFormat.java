package io.tickstream.connect.cassandra.codec;

import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/** The date and time formats that a user can name or spell out. */
final class TemporalFormat {
  static final String CQL_TIMESTAMP = "CQL_TIMESTAMP";
  static final String UNITS_SINCE_EPOCH = "UNITS_SINCE_EPOCH";

  private static final Map<String, DateTimeFormatter> PREDEFINED =
      Map.ofEntries(
          Map.entry("BASIC_ISO_DATE", DateTimeFormatter.BASIC_ISO_DATE),
          Map.entry("ISO_DATE", DateTimeFormatter.ISO_DATE),
          Map.entry("ISO_DATE_TIME", DateTimeFormatter.ISO_DATE_TIME),
          Map.entry("ISO_INSTANT", DateTimeFormatter.ISO_INSTANT),
          Map.entry("ISO_LOCAL_DATE", DateTimeFormatter.ISO_LOCAL_DATE),
          Map.entry("ISO_LOCAL_DATE_TIME", DateTimeFormatter.ISO_LOCAL_DATE_TIME),
          Map.entry("ISO_LOCAL_TIME", DateTimeFormatter.ISO_LOCAL_TIME),
          Map.entry("ISO_OFFSET_DATE", DateTimeFormatter.ISO_OFFSET_DATE),
          Map.entry("ISO_OFFSET_DATE_TIME", DateTimeFormatter.ISO_OFFSET_DATE_TIME),
          Map.entry("ISO_OFFSET_TIME", DateTimeFormatter.ISO_OFFSET_TIME),
          Map.entry("ISO_ORDINAL_DATE", DateTimeFormatter.ISO_ORDINAL_DATE),
          Map.entry("ISO_TIME", DateTimeFormatter.ISO_TIME),
          Map.entry("ISO_WEEK_DATE", DateTimeFormatter.ISO_WEEK_DATE),
          Map.entry("ISO_ZONED_DATE_TIME", DateTimeFormatter.ISO_ZONED_DATE_TIME),
          Map.entry("RFC_1123_DATE_TIME", DateTimeFormatter.RFC_1123_DATE_TIME));

  /** What CQL itself takes as a timestamp literal, and every ISO form with or without a zone. */
  private static final DateTimeFormatter CQL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
          .appendPattern("-MM-dd['T'][ ][HH:mm[:ss]]")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .appendPattern("[ ][XXXXX][XXXX]['['VV']']")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private TemporalFormat() {}

  static DateTimeFormatter cql() {
    return CQL;
  }

  static void check(String component, String format, Locale locale) {
    try {
      of(format, locale);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          component
              + " is neither a predefined format such as ISO_LOCAL_DATE nor a date-time pattern: "
              + e.getMessage(),
          e);
    }
  }

  /** Strict, so that 30 February is refused instead of becoming the 28th. */
  static DateTimeFormatter of(String format, Locale locale) {
    if (format.equals(CQL_TIMESTAMP) || format.equals(UNITS_SINCE_EPOCH)) {
      return CQL;
    }
    DateTimeFormatter predefined = PREDEFINED.get(format);
    if (predefined != null) {
      return predefined;
    }
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(format)
        .parseDefaulting(ChronoField.ERA, 1) // "yyyy" is a year of an era
        .toFormatter(locale)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
