package io.tickstream.connect.market.config;

import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.Settings;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options that say what to fetch, and from whom. */
final class SourceOptions {

  static final String PROVIDER = "provider";
  static final String DATASET = "dataset";
  static final String MODE = "mode";
  static final String SYMBOLS = "symbols";
  static final String SYMBOLS_FILE = "symbols.file";
  static final String DISCOVERY = "symbols.discovery";
  static final String DISCOVERY_REGEX = "symbols.discovery.regex";
  static final String DISCOVERY_REFRESH_MS = "symbols.discovery.refresh.ms";
  static final String INTERVAL = "interval";
  static final String START_FROM = "start.from";
  static final String EMIT_OPEN_BARS = "emit.open.bars";
  static final String EMIT_UNCHANGED = "emit.unchanged";

  static final String LATEST = "latest";
  static final String EARLIEST = "earliest";

  private SourceOptions() {}

  static void define(ConfigDef def, List<String> providers) {
    Options.in(def, "Source")
        .required(PROVIDER, new OneOf(providers), Importance.HIGH, "Where the data comes from.")
        .required(
            DATASET,
            new OneOf("quote", "trade", "bar"),
            Importance.HIGH,
            "What to fetch: the latest quote of each symbol, single trades, or bars of an interval.")
        .text(
            MODE,
            "poll",
            new OneOf("poll", "stream"),
            Importance.HIGH,
            "Whether to ask the provider over HTTP, or to let it push over WebSocket. The simulator and the replay"
                + " ignore it.")
        .list(
            SYMBOLS,
            List.of(),
            Importance.HIGH,
            "The symbols, in the provider's spelling, separated by commas. Each is fetched by exactly one task.")
        .text(
            SYMBOLS_FILE,
            "",
            Importance.MEDIUM,
            "A file on the worker with one symbol per line, instead of `symbols`; empty lines and what follows a `#` do"
                + " not count. It is read again as often as `symbols.discovery.refresh.ms` says, and changed symbols"
                + " are shared out anew.")
        .flag(
            DISCOVERY,
            false,
            Importance.MEDIUM,
            "Whether to ask the provider for its symbols, instead of `symbols`.")
        .text(
            DISCOVERY_REGEX,
            ".*",
            new Regex(),
            Importance.MEDIUM,
            "Which of the discovered symbols to fetch: those that the expression matches in whole.")
        .whole(
            DISCOVERY_REFRESH_MS,
            3_600_000,
            1_000,
            Long.MAX_VALUE,
            Importance.LOW,
            "How often to look for changed symbols, in milliseconds.")
        .text(
            INTERVAL,
            "",
            Importance.HIGH,
            "The length of a bar: a number and `s`, `m`, `h`, `d`, `w` or `M` (month), such as `1m`; needed with"
                + " `dataset=bar`.")
        .text(
            START_FROM,
            LATEST,
            new Beginning(),
            Importance.MEDIUM,
            "Where to begin when there is no stored offset: `latest`, `earliest`, or a time such as 2026-01-31 or"
                + " 2026-01-31T14:30:00Z. For what has history only. Of bars the one that is open then is the first, by"
                + " the calendar of its exchange.")
        .flag(
            EMIT_OPEN_BARS,
            false,
            Importance.LOW,
            "Whether to publish bars that are not over yet, each time they change.")
        .flag(
            EMIT_UNCHANGED,
            false,
            Importance.LOW,
            "Whether to publish quotes that have not changed since the last time.");
    Options.in(def, "Connection")
        .secret(
            Settings.API_KEY,
            Importance.HIGH,
            "The key of the provider's API. Write it as a reference such as `${env:API_KEY}`, not in plain.")
        .text(
            Settings.BASE_URL,
            "",
            new Address("http", "https"),
            Importance.LOW,
            "Where to send requests, instead of the provider's usual address.")
        .text(
            Settings.WS_URL,
            "",
            new Address("ws", "wss"),
            Importance.LOW,
            "Where to stream from, instead of the provider's usual address.");
  }

  /** The time that {@link #START_FROM} means, epoch milliseconds. */
  static long beginMs(String startFrom, long nowMs) {
    return switch (startFrom) {
      case LATEST -> nowMs;
      case EARLIEST -> 0;
      default -> instant(startFrom).toEpochMilli();
    };
  }

  private static Instant instant(String text) {
    return text.length() == "2026-01-31".length()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  /** Allows what {@link #beginMs} understands. */
  private static final class Beginning implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      try {
        beginMs(String.valueOf(value), 0);
      } catch (DateTimeException notTime) {
        throw new ConfigException(name, value, "must be " + this);
      }
    }

    @Override
    public String toString() {
      return "latest, earliest, or an ISO 8601 date or time with zone";
    }
  }

  /** Allows regular expressions. */
  private static final class Regex implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      try {
        Pattern.compile(String.valueOf(value));
      } catch (PatternSyntaxException broken) {
        throw new ConfigException(name, value, "must be " + this + ": " + broken.getDescription());
      }
    }

    @Override
    public String toString() {
      return "a regular expression";
    }
  }
}
