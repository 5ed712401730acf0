package io.tickstream.connect.transforms;

import io.tickstream.connect.transforms.edit.Conflict;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.Choice;
import io.tickstream.connect.transforms.options.OptionGroup;
import io.tickstream.connect.transforms.options.PathSyntax;
import io.tickstream.connect.transforms.options.Remedy;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** The options of {@link ParseDecimal}, read and checked against each other. */
final class ParseDecimalConfig extends AbstractConfig {
  private static final String FIELDS = "fields";
  private static final String OUTPUT_FIELDS = "output.fields";
  private static final String SCALE = "scale";
  private static final String ROUNDING = "rounding";
  private static final String ON_MISSING = "on.missing";
  private static final String ON_INVALID = "on.invalid";
  private static final String ON_CONFLICT = "on.conflict";
  static final ConfigDef DEF = define();

  ParseDecimalConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
    if (getList(FIELDS).isEmpty()) {
      throw new ConfigException(FIELDS, getList(FIELDS), "needs at least one field");
    }
    FieldOutputs.check(this, FIELDS, OUTPUT_FIELDS);
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    OptionGroup decimal =
        new OptionGroup(def, "Decimal")
            .list(
                FIELDS,
                null,
                Checked.PATHS,
                Importance.HIGH,
                "The fields to convert, separated by commas: text such as 0.00100000, or numbers of"
                    + " any type. A float or double becomes the decimal that it prints as.")
            .list(
                OUTPUT_FIELDS,
                "",
                Checked.PATHS,
                Importance.MEDIUM,
                "Where to write the decimals, one name per field; the fields themselves keep what"
                    + " they had. Empty: in place.")
            .number(
                SCALE,
                8L,
                0,
                100,
                Importance.HIGH,
                "Digits after the decimal point. The scale is part of the schema.")
            .choice(
                ROUNDING,
                RoundingMode.UNNECESSARY,
                Importance.MEDIUM,
                "How digits beyond the scale are rounded, as java.math.RoundingMode has it."
                    + " unnecessary: a value that would lose a digit is invalid.");
    PathSyntax.define(decimal);
    new OptionGroup(def, "Faults")
        .choice(
            ON_MISSING,
            Remedy.NULL,
            Importance.MEDIUM,
            "When a field is missing or null: null leaves it so, skip lets the record pass as it"
                + " came, fail refuses it.")
        .choice(
            ON_INVALID,
            Remedy.FAIL,
            Importance.MEDIUM,
            "When a field is no number or would lose digits: fail refuses the record, null writes"
                + " null, skip lets the record pass as it came.")
        .choice(
            ON_CONFLICT,
            Conflict.FAIL,
            Importance.LOW,
            "When one of output.fields exists already: fail refuses the record, keep leaves what is"
                + " there, overwrite replaces it.");
    return def;
  }

  List<FieldOutput> outputs() {
    return FieldOutputs.read(
        this,
        FIELDS,
        OUTPUT_FIELDS,
        Choice.of(Conflict.class).parse(ON_CONFLICT, getString(ON_CONFLICT)));
  }

  int scale() {
    return getLong(SCALE).intValue();
  }

  RoundingMode rounding() {
    return Choice.of(RoundingMode.class).parse(ROUNDING, getString(ROUNDING));
  }

  Remedy onMissing() {
    return Choice.of(Remedy.class).parse(ON_MISSING, getString(ON_MISSING));
  }

  Remedy onInvalid() {
    return Choice.of(Remedy.class).parse(ON_INVALID, getString(ON_INVALID));
  }
}
