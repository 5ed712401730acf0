package io.tickstream.connect.cassandra.codec;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How text and numbers of one topic are read, the keys {@code topic.<topic>.codec.*}.
 *
 * @param locale of number separators and of names in date patterns
 * @param timeZone of dates and times that carry none
 * @param timestamp {@code CQL_TIMESTAMP}, {@code UNITS_SINCE_EPOCH}, the name of a predefined
 *     {@link java.time.format.DateTimeFormatter}, or a pattern
 * @param date the name of a predefined formatter, or a pattern
 * @param time the name of a predefined formatter, or a pattern
 * @param unit of numbers that become timestamps, dates or times
 */
public record CodecSettings(
    Locale locale, ZoneId timeZone, String timestamp, String date, String time, TimeUnit unit) {

  /**
   * Checks the three formats.
   *
   * @throws IllegalArgumentException naming the component whose pattern is wrong
   */
  public CodecSettings {
    TemporalFormat.check("timestamp", timestamp, locale);
    TemporalFormat.check("date", date, locale);
    TemporalFormat.check("time", time, locale);
  }

  public static CodecSettings defaults() {
    return new CodecSettings(
        Locale.US,
        ZoneOffset.UTC,
        TemporalFormat.CQL_TIMESTAMP,
        "ISO_LOCAL_DATE",
        "ISO_LOCAL_TIME",
        TimeUnit.MILLISECONDS);
  }
}
