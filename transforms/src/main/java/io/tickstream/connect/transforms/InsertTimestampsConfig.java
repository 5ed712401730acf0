package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.Choice;
import io.tickstream.connect.transforms.options.OptionGroup;
import io.tickstream.connect.transforms.options.PathSyntax;
import io.tickstream.connect.transforms.options.Remedy;
import io.tickstream.connect.transforms.options.TimeOptions;
import io.tickstream.connect.transforms.time.StampType;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link InsertTimestamps}, read and checked against each other. */
final class InsertTimestampsConfig extends AbstractConfig {
  /** Whether stamps become fields or headers. */
  enum Target {
    FIELD,
    HEADER
  }

  /** What latency counts. */
  enum LatencyUnit {
    MS,
    US
  }

  static final String EVENT_FIELD = "event.field";
  static final String EVENT_TO = "event.to";
  static final String RECORD_TO = "record.to";
  static final String PROCESSING_TO = "processing.to";
  static final String LATENCY_TO = "latency.to";
  static final String ON_MISSING = "on.missing";
  static final String ON_INVALID = "on.invalid";
  private static final String ON_CONFLICT = "on.conflict";
  private static final String OUTPUT_TYPE = "output.type";
  private static final String LATENCY_UNIT = "latency.unit";
  private static final String TARGET = "target";
  private static final String OPTIONAL = "optional";

  private static final TimeOptions EVENT_TIME = new TimeOptions("event.");
  static final ConfigDef DEF = define();

  InsertTimestampsConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
    check();
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    new OptionGroup(def, "Stamps")
        .list(
            EVENT_FIELD,
            "",
            Checked.PATHS,
            Importance.HIGH,
            "The fields that hold when the event happened, separated by commas. With several, the"
                + " latency is that of the first.")
        .list(
            EVENT_TO,
            "",
            Checked.PATHS,
            Importance.HIGH,
            "Where to write the event times, one name per event.field. To change the type of a"
                + " field in place, name the field itself and set on.conflict=overwrite. Empty: not"
                + " written.")
        .text(
            RECORD_TO,
            "",
            Checked.PATHS,
            Importance.HIGH,
            "Where to write the timestamp of the Kafka record. Empty: not written.")
        .text(
            PROCESSING_TO,
            "",
            Checked.PATHS,
            Importance.HIGH,
            "Where to write the time on this worker's clock. It differs each time a record is"
                + " processed: never make it part of a primary key. Empty: not written.")
        .text(
            LATENCY_TO,
            "",
            Checked.PATHS,
            Importance.HIGH,
            "Where to write the processing time minus the event time, as int64. Negative when the"
                + " producer's clock is ahead. Needs event.field. Empty: not written.");
    OptionGroup reading = new OptionGroup(def, "Reading");
    EVENT_TIME.define(reading);
    PathSyntax.define(reading);
    OptionGroup writing =
        new OptionGroup(def, "Writing")
            .choice(
                OUTPUT_TYPE,
                StampType.TIMESTAMP,
                Importance.MEDIUM,
                "The type of the stamps: Connect's Timestamp (milliseconds), a 64-bit count since"
                    + " 1970, or ISO 8601 text. What the type cannot hold is cut off. The type is the"
                    + " same with and without a schema; JsonConverter cannot write the Timestamp of a"
                    + " schemaless Map, so choose epoch_ms before it.")
            .choice(LATENCY_UNIT, LatencyUnit.MS, Importance.LOW, "What latency counts.")
            .choice(
                TARGET,
                Target.FIELD,
                Importance.MEDIUM,
                "Whether the stamps become fields of the value or key, or headers of the record; header"
                    + " names are taken literally.")
            .flag(
                OPTIONAL,
                true,
                Importance.LOW,
                "Whether the fields are optional in the schema. false needs on.missing and on.invalid"
                    + " other than null.");
    TimeOptions.defineZone(writing, "Time zone of iso8601 output, and of text that names none.");
    new OptionGroup(def, "Faults")
        .choice(
            ON_MISSING,
            Remedy.NULL,
            Importance.MEDIUM,
            "When an event field or the record's timestamp is missing or null: null writes null for"
                + " it, skip lets the record pass as it came, fail refuses it.")
        .choice(
            ON_INVALID,
            Remedy.FAIL,
            Importance.MEDIUM,
            "When an event field cannot be read as a time: null writes null for it, skip lets the"
                + " record pass as it came, fail refuses it.")
        .choice(
            ON_CONFLICT,
            Conflict.FAIL,
            Importance.LOW,
            "When a field or header to write exists already: fail refuses the record, keep leaves"
                + " what is there, overwrite replaces it.");
    return def;
  }

  private void check() {
    int events = eventFields().size();
    int eventTargets = getList(EVENT_TO).size();
    if (eventTargets != 0 && eventTargets != events) {
      throw new ConfigException(
          EVENT_TO,
          getList(EVENT_TO),
          "needs one name for each of the " + events + " fields of event.field");
    }
    if (events != 0 && eventTargets == 0 && getString(LATENCY_TO).isEmpty()) {
      throw new ConfigException(
          EVENT_FIELD, getList(EVENT_FIELD), "is of no use without event.to or latency.to");
    }
    if (!getString(LATENCY_TO).isEmpty() && events == 0) {
      throw new ConfigException(LATENCY_TO, getString(LATENCY_TO), "needs event.field");
    }
    if (stamps().isEmpty()) {
      throw new ConfigException(
          "nothing to insert: set at least one of event.to, record.to, processing.to, latency.to");
    }
    for (String option : List.of(ON_MISSING, ON_INVALID)) {
      if (!optional() && remedy(option) == Remedy.NULL) {
        throw new ConfigException(option, "null", "needs optional=true");
      }
    }
    if (target() == Target.FIELD) {
      TargetPaths targets = new TargetPaths();
      stamps().forEach(stamp -> targets.claim(stamp.option(), stamp.path()));
    }
  }

  /** What to insert, in the order in which fields are added. */
  List<Stamp> stamps() {
    List<Stamp> stamps = new ArrayList<>();
    List<String> eventTargets = getList(EVENT_TO);
    for (int i = 0; i < eventTargets.size(); i++) {
      add(stamps, EVENT_TO, Stamp.Source.EVENT, i, eventTargets.get(i));
    }
    add(stamps, RECORD_TO, Stamp.Source.RECORD, 0, getString(RECORD_TO));
    add(stamps, PROCESSING_TO, Stamp.Source.PROCESSING, 0, getString(PROCESSING_TO));
    add(stamps, LATENCY_TO, Stamp.Source.LATENCY, 0, getString(LATENCY_TO));
    return stamps;
  }

  private void add(List<Stamp> stamps, String option, Stamp.Source source, int event, String to) {
    if (!to.isEmpty()) {
      FieldPath path = target() == Target.HEADER ? FieldPath.ofName(to) : PathSyntax.path(this, to);
      stamps.add(new Stamp(option, source, event, path, to));
    }
  }

  List<FieldPath> eventFields() {
    return PathSyntax.paths(this, EVENT_FIELD);
  }

  TimeFormat eventFormat() {
    return EVENT_TIME.read(this);
  }

  StampType outputType() {
    return Choice.of(StampType.class).parse(OUTPUT_TYPE, getString(OUTPUT_TYPE));
  }

  ZoneId zone() {
    return TimeOptions.zone(this);
  }

  Target target() {
    return Choice.of(Target.class).parse(TARGET, getString(TARGET));
  }

  boolean latencyInMicros() {
    return Choice.of(LatencyUnit.class).parse(LATENCY_UNIT, getString(LATENCY_UNIT))
        == LatencyUnit.US;
  }

  boolean optional() {
    return getBoolean(OPTIONAL);
  }

  Remedy remedy(String option) {
    return Choice.of(Remedy.class).parse(option, getString(option));
  }

  Conflict conflict() {
    return Choice.of(Conflict.class).parse(ON_CONFLICT, getString(ON_CONFLICT));
  }
}
