package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.Expression;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.Choice;
import io.tickstream.connect.transforms.options.OptionGroup;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The options of {@link Validate}. */
final class ValidateConfig extends AbstractConfig {
  /** What becomes of a record that breaks a rule. */
  enum OnViolation {
    FAIL,
    DROP,
    MARK
  }

  private static final String RULES = "rules";
  private static final String ON_VIOLATION = "on.violation";
  private static final String HEADER = "header";
  private static final String METRICS_NAME = "metrics.name";
  static final ConfigDef DEF = define();

  ValidateConfig(Map<String, ?> properties) {
    super(DEF, properties, false);
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    new OptionGroup(def, "Rules")
        .text(
            RULES,
            null,
            Checked.RULES,
            Importance.HIGH,
            "Conditions that must all be true of a record, separated by semicolons, such as price >"
                + " 0; currency is null or currency = 'USD'; symbol matches '[A-Z0-9]+'. The"
                + " language is described in expressions.md.")
        .choice(
            ON_VIOLATION,
            OnViolation.FAIL,
            Importance.HIGH,
            "What becomes of a record that breaks a rule. fail: the transform throws; with"
                + " errors.tolerance=all a sink connector sends the record to its dead letter queue"
                + " with the rule in the error headers, a source connector drops it. drop: it is"
                + " dropped and counted. mark: it passes with the broken rules in a header.")
        .text(
            HEADER,
            "tickstream.violations",
            Checked.HEADER,
            Importance.LOW,
            "The header that mark writes: the broken rules, separated by semicolons.")
        .text(
            METRICS_NAME,
            "",
            Checked.ANYTHING,
            Importance.LOW,
            "The name of the MBean that counts records, violations and drops:"
                + " tickstream.transforms:type=Validate,connector=…,task=…,name=…. Empty: the name"
                + " of the class. A number is added when the name is taken.");
    return def;
  }

  List<Expression> rules() {
    return Expression.parseRules(getString(RULES));
  }

  OnViolation onViolation() {
    return Choice.of(OnViolation.class).parse(ON_VIOLATION, getString(ON_VIOLATION));
  }

  String header() {
    return getString(HEADER);
  }

  String metricsName() {
    return getString(METRICS_NAME);
  }
}
