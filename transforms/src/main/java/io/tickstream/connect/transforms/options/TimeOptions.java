package io.tickstream.connect.transforms.options;

import io.tickstream.connect.transforms.time.Precision;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options that say how moments are read: precision, format and time zone. */
public final class TimeOptions {
  private static final String TIMEZONE = "timezone";

  private final String precision;
  private final String format;
  private final String zone;

  /**
   * @param prefix of the options, such as {@code event.}
   */
  public TimeOptions(String prefix) {
    this.precision = prefix + "precision";
    this.format = prefix + "format";
    this.zone = prefix + TIMEZONE;
  }

  /** Adds the options to {@code group}. */
  public void define(OptionGroup group) {
    group
        .choice(
            precision,
            Precision.AUTO,
            Importance.MEDIUM,
            "What a number counts since 1970: seconds, milliseconds, microseconds or nanoseconds,"
                + " with any fraction. auto tells them apart by magnitude: below 1e11 seconds,"
                + " below 1e14 milliseconds, below 1e17 microseconds, else nanoseconds. Text that"
                + " is a number is read as one; under auto only with the 9, 10, 12, 13, 15, 16, 18"
                + " or 19 digits that no date has. iso8601 refuses numbers.")
        .text(
            format,
            "",
            Checked.PATTERNS,
            Importance.LOW,
            "Patterns of java.time.format.DateTimeFormatter for text, separated by semicolons and"
                + " tried in order, such as dd/MM/yyyy HH:mm:ss. Empty: ISO 8601 with T or a blank,"
                + " any number of fraction digits, with or without a time, offset or zone.");
    if (!zone.equals(TIMEZONE)) {
      group.text(
          zone,
          "",
          Checked.ZONE,
          Importance.LOW,
          "Time zone of text that names none. Empty: the one of timezone.");
    }
  }

  /** Adds the option that every transform of times has. */
  public static void defineZone(OptionGroup group, String documentation) {
    group.text(TIMEZONE, "UTC", Checked.ZONE, Importance.MEDIUM, documentation);
  }

  public static ZoneId zone(AbstractConfig config) {
    String text = config.getString(TIMEZONE);
    return ZoneId.of(text.isEmpty() ? "UTC" : text);
  }

  public TimeFormat read(AbstractConfig config) {
    String own = config.getString(zone);
    return new TimeFormat(
        Choice.of(Precision.class).parse(precision, config.getString(precision)),
        patterns(config.getString(format)),
        own.isEmpty() ? zone(config) : ZoneId.of(own));
  }

  static List<String> patterns(String text) {
    return Arrays.stream(text.split(";")).map(String::strip).filter(p -> !p.isEmpty()).toList();
  }
}
