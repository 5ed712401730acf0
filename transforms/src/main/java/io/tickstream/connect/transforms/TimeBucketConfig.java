package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.Choice;
import io.tickstream.connect.transforms.options.OptionGroup;
import io.tickstream.connect.transforms.options.PathSyntax;
import io.tickstream.connect.transforms.options.Remedy;
import io.tickstream.connect.transforms.options.TimeOptions;
import io.tickstream.connect.transforms.time.BucketType;
import io.tickstream.connect.transforms.time.Granularity;
import io.tickstream.connect.transforms.time.TimeFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link TimeBucket}, read and checked against each other. */
final class TimeBucketConfig extends AbstractConfig {
  /** The source that is no field. */
  static final String RECORD_TIMESTAMP = "record.timestamp";

  private static final String SOURCE = "source";
  private static final String BUCKET_FIELD = "bucket.field";
  private static final String GRANULARITY = "granularity";
  private static final String OUTPUT_TYPE = "output.type";
  private static final String FORMAT = "format";
  static final String ON_MISSING = "on.missing";
  static final String ON_INVALID = "on.invalid";
  private static final String ON_CONFLICT = "on.conflict";

  private static final TimeOptions SOURCE_TIME = new TimeOptions("source.");
  static final ConfigDef DEF = define();

  TimeBucketConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
    check();
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    OptionGroup bucket =
        new OptionGroup(def, "Bucket")
            .list(
                SOURCE,
                null,
                Checked.PATHS,
                Importance.HIGH,
                "The fields that hold the time to bucket by, separated by commas, or record.timestamp."
                    + " Use the event's own time: a bucket of the processing time changes when a record"
                    + " is replayed.")
            .list(
                BUCKET_FIELD,
                "day",
                Checked.PATHS,
                Importance.HIGH,
                "Where to write the bucket, one name per source.")
            .text(
                GRANULARITY,
                "day",
                Checked.GRANULARITY,
                Importance.HIGH,
                "How long a bucket is: minute, hour, day, week (from Monday), month, year, or an ISO"
                    + " 8601 duration in whole seconds such as PT15M or P7D, counted from"
                    + " 1970-01-01T00:00 in timezone.")
            .choice(
                OUTPUT_TYPE,
                BucketType.DATE,
                Importance.HIGH,
                "date: Connect's Date, the first day of the bucket, for buckets of whole days."
                    + " timestamp: the first moment of the bucket. string: text such as 2025-01-15T09,"
                    + " 2025-W03 or 2025. int: the digits of that text (20250115, 202503, 2025), for"
                    + " minutes and durations their count since 1970.")
            .text(
                FORMAT,
                "",
                Checked.PATTERN,
                Importance.LOW,
                "A pattern of java.time.format.DateTimeFormatter for output.type=string, such as"
                    + " yyyy/MM/dd. Empty: by granularity.");
    TimeOptions.defineZone(
        bucket, "Time zone whose calendar the buckets follow, and of text that names none.");
    OptionGroup reading = new OptionGroup(def, "Reading");
    SOURCE_TIME.define(reading);
    PathSyntax.define(reading);
    new OptionGroup(def, "Faults")
        .choice(
            ON_MISSING,
            Remedy.FAIL,
            Importance.MEDIUM,
            "When a source is missing or null: fail refuses the record, null writes null, skip lets"
                + " the record pass as it came.")
        .choice(
            ON_INVALID,
            Remedy.FAIL,
            Importance.MEDIUM,
            "When a source cannot be read as a time: fail refuses the record, null writes null,"
                + " skip lets the record pass as it came.")
        .choice(
            ON_CONFLICT,
            Conflict.FAIL,
            Importance.LOW,
            "When a bucket field exists already: fail refuses the record, keep leaves what is"
                + " there, overwrite replaces it.");
    return def;
  }

  private void check() {
    List<String> sources = getList(SOURCE);
    List<String> buckets = getList(BUCKET_FIELD);
    if (sources.isEmpty()) {
      throw new ConfigException(SOURCE, sources, "needs at least one field");
    }
    if (buckets.size() != sources.size()) {
      throw new ConfigException(
          BUCKET_FIELD, buckets, "needs one name for each of the " + sources.size() + " sources");
    }
    TargetPaths targets = new TargetPaths();
    bucketFields().forEach(path -> targets.claim(BUCKET_FIELD, path));
    if (outputType() == BucketType.DATE && !granularity().isWholeDays()) {
      throw new ConfigException(
          OUTPUT_TYPE,
          "date",
          "cannot tell the buckets of "
              + getString(GRANULARITY)
              + " apart: use timestamp, string or int");
    }
    if (outputType() != BucketType.STRING && !getString(FORMAT).isEmpty()) {
      throw new ConfigException(FORMAT, getString(FORMAT), "needs output.type=string");
    }
  }

  /** The sources, in the order of {@link #bucketFields}: paths or {@link #RECORD_TIMESTAMP}. */
  List<String> sources() {
    return getList(SOURCE);
  }

  FieldPath path(String source) {
    return PathSyntax.path(this, source);
  }

  List<FieldPath> bucketFields() {
    return PathSyntax.paths(this, BUCKET_FIELD);
  }

  Granularity granularity() {
    return Granularity.parse(getString(GRANULARITY));
  }

  BucketType outputType() {
    return Choice.of(BucketType.class).parse(OUTPUT_TYPE, getString(OUTPUT_TYPE));
  }

  DateTimeFormatter text() {
    String pattern = getString(FORMAT);
    return pattern.isEmpty()
        ? granularity().text()
        : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
  }

  ZoneId zone() {
    return TimeOptions.zone(this);
  }

  TimeFormat format() {
    return SOURCE_TIME.read(this);
  }

  Remedy remedy(String option) {
    return Choice.of(Remedy.class).parse(option, getString(option));
  }

  Conflict conflict() {
    return Choice.of(Conflict.class).parse(ON_CONFLICT, getString(ON_CONFLICT));
  }
}
