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

/** The options of {@link SetRecordTimestamp}. */
final class SetRecordTimestampConfig extends AbstractConfig {
  /** What happens to a record whose time cannot be known. */
  enum Otherwise {
    FAIL,
    /** It passes with the timestamp it had. */
    SKIP
  }

  private static final String FIELD = "field";
  static final String ON_MISSING = "on.missing";
  static final String ON_INVALID = "on.invalid";

  private static final TimeOptions TIME = new TimeOptions("");
  static final ConfigDef DEF = define();

  SetRecordTimestampConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
    if (getString(FIELD).isEmpty()) {
      throw new ConfigException(FIELD, "", "needs a field");
    }
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    OptionGroup time =
        new OptionGroup(def, "Time")
            .text(
                FIELD,
                null,
                Checked.PATHS,
                Importance.HIGH,
                "The field that holds when the event happened.");
    TIME.define(time);
    TimeOptions.defineZone(time, "Time zone of text that names none.");
    PathSyntax.define(time);
    new OptionGroup(def, "Faults")
        .choice(
            ON_MISSING,
            Otherwise.FAIL,
            Importance.MEDIUM,
            "When the field is missing or null: fail refuses the record, skip lets it pass with the"
                + " timestamp it had.")
        .choice(
            ON_INVALID,
            Otherwise.FAIL,
            Importance.MEDIUM,
            "When the field cannot be read as a time since 1970: fail refuses the record, skip lets"
                + " it pass with the timestamp it had.");
    return def;
  }

  FieldPath path() {
    return PathSyntax.path(this, getString(FIELD));
  }

  TimeFormat format() {
    return TIME.read(this);
  }

  boolean skips(String option) {
    return Choice.of(Otherwise.class).parse(option, getString(option)) == Otherwise.SKIP;
  }
}
