package io.tickstream.connect.cassandra.settings;

import io.tickstream.connect.cassandra.codec.CodecSettings;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigException;

/** The settings below {@code topic.<topic>.codec.}. */
public final class CodecKeys {
  public static final String LOCALE = "locale";
  public static final String TIME_ZONE = "timeZone";
  public static final String TIMESTAMP = "timestamp";
  public static final String DATE = "date";
  public static final String TIME = "time";
  public static final String UNIT = "unit";

  private CodecKeys() {}

  /** A fresh definition; the names are what follows {@code codec.}. */
  public static ConfigDef definition() {
    ConfigDef definition = new ConfigDef();
    new KeyGroup(definition, "Codec")
        .add(
            LOCALE,
            ConfigDef.Type.STRING,
            "en_US",
            ConfigDef.LambdaValidator.with(CodecKeys::ensureLocale, () -> "such as en_US or de"),
            Importance.LOW,
            "Language and country of number separators and of names in date patterns.")
        .add(
            TIME_ZONE,
            ConfigDef.Type.STRING,
            "UTC",
            ConfigDef.LambdaValidator.with(CodecKeys::ensureZone, () -> "a time zone id"),
            Importance.MEDIUM,
            "Zone of dates and times that name none.")
        .add(
            TIMESTAMP,
            ConfigDef.Type.STRING,
            "CQL_TIMESTAMP",
            new NonEmptyString(),
            Importance.MEDIUM,
            "How text becomes a timestamp: CQL_TIMESTAMP, UNITS_SINCE_EPOCH, a name or pattern of"
                + " java.time's DateTimeFormatter. Numbers are always read by the unit.")
        .add(
            DATE,
            ConfigDef.Type.STRING,
            "ISO_LOCAL_DATE",
            new NonEmptyString(),
            Importance.LOW,
            "How text becomes a date.")
        .add(
            TIME,
            ConfigDef.Type.STRING,
            "ISO_LOCAL_TIME",
            new NonEmptyString(),
            Importance.LOW,
            "How text becomes a time.")
        .add(
            UNIT,
            ConfigDef.Type.STRING,
            "MILLISECONDS",
            Choice.of(Arrays.stream(TimeUnit.values()).map(Enum::name).toArray(String[]::new)),
            Importance.MEDIUM,
            "Unit of numbers, and of text that is only digits, that become timestamps.");
    return definition;
  }

  static List<String> names() {
    return List.copyOf(definition().names());
  }

  /**
   * @param values parsed by {@link #definition()}
   * @throws IllegalArgumentException naming a pattern that is none
   */
  static CodecSettings settings(Map<String, Object> values) {
    return new CodecSettings(
        locale(text(values, LOCALE)),
        ZoneId.of(text(values, TIME_ZONE)),
        text(values, TIMESTAMP),
        text(values, DATE),
        text(values, TIME),
        TimeUnit.valueOf(Choice.upper(text(values, UNIT))));
  }

  private static String text(Map<String, Object> values, String name) {
    return String.valueOf(values.get(name));
  }

  private static Locale locale(String text) {
    return new Locale.Builder().setLanguageTag(text.replace('_', '-')).build();
  }

  private static void ensureLocale(String name, Object value) {
    try {
      Locale locale = locale(String.valueOf(value));
      if (!locale.getLanguage().isEmpty()
          && Arrays.stream(Locale.getAvailableLocales())
              .anyMatch(each -> each.getLanguage().equals(locale.getLanguage()))) {
        return;
      }
    } catch (IllformedLocaleException e) {
      // told below
    }
    throw new ConfigException(
        name, value, "is no locale; allowed: language and country such as en_US, de_DE, or de");
  }

  private static void ensureZone(String name, Object value) {
    try {
      ZoneId.of(String.valueOf(value));
    } catch (DateTimeException e) {
      throw new ConfigException(
          name, value, "is no time zone; allowed: ids such as UTC, Europe/Berlin, +01:00");
    }
  }
}
