package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.Choice;
import io.tickstream.connect.transforms.options.OptionGroup;
import io.tickstream.connect.transforms.options.PathSyntax;
import io.tickstream.connect.transforms.options.TimeOptions;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link EventTimeLag}. */
final class EventTimeLagConfig extends AbstractConfig {
  /** What the predicate says when it cannot know. */
  enum Answer {
    FALSE,
    TRUE,
    FAIL
  }

  /** The field that is none. */
  static final String RECORD_TIMESTAMP = "record.timestamp";

  private static final String FIELD = "field";
  private static final String OLDER_THAN_MS = "older.than.ms";
  static final String ON_MISSING = "on.missing";
  static final String ON_INVALID = "on.invalid";

  private static final TimeOptions TIME = new TimeOptions("");
  static final ConfigDef DEF = define();

  EventTimeLagConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
    if (field().isEmpty()) {
      throw new ConfigException(FIELD, "", "needs a field or record.timestamp");
    }
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    OptionGroup lag =
        new OptionGroup(def, "Lag")
            .text(
                FIELD,
                null,
                Checked.PATHS,
                Importance.HIGH,
                "The field that holds when the event happened, or record.timestamp.")
            .number(
                OLDER_THAN_MS,
                null,
                0,
                Long.MAX_VALUE,
                Importance.HIGH,
                "True when the event happened longer ago than this, by this worker's clock, in"
                    + " milliseconds.");
    TIME.define(lag);
    TimeOptions.defineZone(lag, "Time zone of text that names none.");
    PathSyntax.define(lag);
    new OptionGroup(def, "Faults")
        .choice(
            ON_MISSING,
            Answer.FALSE,
            Importance.MEDIUM,
            "The answer when the field is missing or null; fail refuses the record.")
        .choice(
            ON_INVALID,
            Answer.FAIL,
            Importance.MEDIUM,
            "The answer when the field cannot be read as a time; fail refuses the record.");
    return def;
  }

  String field() {
    return getString(FIELD);
  }

  FieldPath path() {
    return PathSyntax.path(this, field());
  }

  long olderThanMs() {
    return getLong(OLDER_THAN_MS);
  }

  TimeFormat format() {
    return TIME.read(this);
  }

  Answer answer(String option) {
    return Choice.of(Answer.class).parse(option, getString(option));
  }
}
