package io.tickstream.connect.market.feed.replay;

import io.tickstream.connect.market.provider.OneOf;
import io.tickstream.connect.market.provider.Options;
import io.tickstream.connect.market.provider.ZoneName;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The replay's options. */
final class ReplayOptions {

  static final String FILES = "replay.files";
  static final String FORMAT = "replay.format";
  static final String SPEED = "replay.speed";
  static final String ZONE = "replay.zone";
  static final String COLUMNS = "replay.columns";
  static final String SEPARATOR = "replay.separator";
  static final String SHIFT_TO_NOW = "replay.shift.to.now";
  static final String BAD_LINES = "replay.bad.lines";

  private ReplayOptions() {}

  static void define(ConfigDef def) {
    Options.in(def, "replay")
        .list(
            FILES,
            List.of(),
            Importance.HIGH,
            "The files to replay, on the worker, separated by commas; a name may have `*` and `?`. Several are merged"
                + " by time. `.gz` files are unzipped. The events of each symbol within a file must be in the order"
                + " of their times.")
        .text(
            FORMAT,
            "auto",
            new OneOf("auto", "csv", "json"),
            Importance.LOW,
            "CSV with a header line, or JSON with one object per line; `auto` goes by the name: `.json`, `.jsonl` and"
                + " `.ndjson` are JSON.")
        .text(
            SPEED,
            "max",
            new Speed(),
            Importance.HIGH,
            "`max`: as fast as possible. A number: that many times as fast as it happened, 1 for real time.")
        .text(
            ZONE,
            "UTC",
            new ZoneName(),
            Importance.MEDIUM,
            "The time zone of times and dates in the files that name none.")
        .list(
            COLUMNS,
            List.of(),
            new Columns(),
            Importance.MEDIUM,
            "Which column holds what, where the header's own names do not tell: `field=column` pairs such as"
                + " `price=Last,event_time=Stamp`. Fields are those of the records' schemas. Known by themselves are"
                + " these fields' names, `ticker`, `time`, `date`, `datetime`, `timestamp`, `start_time`,"
                + " `open_time`, `size`, `qty`, `amount`, `id`, `vol` and `last`, in any case.")
        .text(
            SEPARATOR,
            ",",
            new OneCharacter(),
            Importance.LOW,
            "What separates columns; `\\t` for a tab.")
        .flag(
            SHIFT_TO_NOW,
            false,
            Importance.LOW,
            "Whether to move all times by the same amount, so that the first event happens when the replay begins.")
        .text(
            BAD_LINES,
            "fail",
            new OneOf("fail", "skip"),
            Importance.LOW,
            "What to do about a line that is no event: stop with an error that names it, or count it in the metric"
                + " `malformed` and go on.");
  }

  /** Allows {@code max} and positive numbers. */
  private static final class Speed implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      String text = String.valueOf(value);
      if (text.equals("max")) {
        return;
      }
      try {
        double factor = Double.parseDouble(text);
        if (factor > 0 && factor <= 1e9) {
          return;
        }
      } catch (NumberFormatException notNumber) {
        // Falls through to the same error.
      }
      throw new ConfigException(name, value, "must be " + this);
    }

    @Override
    public String toString() {
      return "max, or a factor above 0";
    }
  }

  /** Allows {@code field=column} pairs. */
  private static final class Columns implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      if (value instanceof List<?> list
          && !list.stream().allMatch(pair -> String.valueOf(pair).matches("[a-z_0-9]+\\s*=.+"))) {
        throw new ConfigException(name, value, "must be " + this);
      }
    }

    @Override
    public String toString() {
      return "field=column pairs, separated by commas";
    }
  }

  /** Allows a single character. */
  private static final class OneCharacter implements ConfigDef.Validator {
    @Override
    public void ensureValid(String name, Object value) {
      String text = String.valueOf(value);
      if (text.length() != 1 && !text.equals("\\t")) {
        throw new ConfigException(name, value, "must be " + this);
      }
    }

    @Override
    public String toString() {
      return "one character, or \\t";
    }
  }
}
