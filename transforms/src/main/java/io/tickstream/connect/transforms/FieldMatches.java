package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.Condition;
import io.tickstream.connect.expressions.Expression;
import io.tickstream.connect.expressions.FieldPath;
import io.tickstream.connect.expressions.Scope;
import io.tickstream.connect.transforms.options.Checked;
import io.tickstream.connect.transforms.options.OptionGroup;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** True of records whose fields meet a condition, for Kafka's {@code Filter} and any transform. */
public abstract class FieldMatches<R extends ConnectRecord<R>> extends RecordPredicate<R> {
  static final String OVERVIEW =
      "True of records whose fields meet a condition; not of tombstones. With Kafka's Filter it"
          + " drops what matches, or with negate=true what does not.";

  private static final Logger LOG = LoggerFactory.getLogger(FieldMatches.class);
  private static final String EXPRESSION = "expression";
  private static final ConfigDef DEF = define();

  private FieldMatches(Side side) {
    super(side);
  }

  private static ConfigDef define() {
    ConfigDef def = new ConfigDef();
    new OptionGroup(def, "Condition")
        .text(
            EXPRESSION,
            null,
            Checked.EXPRESSION,
            Importance.HIGH,
            "The condition, such as price > 170 and currency = 'USD'. The language is described in"
                + " expressions.md. Fields that a schema lacks read as null; they are logged once"
                + " per schema.");
    return def;
  }

  @Override
  public ConfigDef config() {
    return DEF;
  }

  @Override
  Question<R> start(Map<String, ?> options) {
    Expression expression =
        Expression.parse(new AbstractConfig(DEF, options, false).getString(EXPRESSION));
    SchemaPlans<Condition<Object>> conditions =
        new SchemaPlans<>(schema -> compiled(expression, schema));
    return (record, schema, content) -> {
      RecordTransform.requireFields(content);
      return conditions.get(schema).holds(content);
    };
  }

  private static Condition<Object> compiled(Expression expression, @Nullable Schema schema) {
    Condition<Object> condition = expression.compile(Scope.fieldsOf(schema));
    List<FieldPath> missing = condition.missing();
    if (schema != null && !missing.isEmpty()) {
      LOG.warn(
          "Schema {} has no {}, so \"{}\" reads null there", schema.name(), missing, expression);
    }
    return condition;
  }

  /** Looks at the record's key. */
  public static final class Key<R extends ConnectRecord<R>> extends FieldMatches<R> {
    public Key() {
      super(Side.KEY);
    }
  }

  /** Looks at the record's value. */
  public static final class Value<R extends ConnectRecord<R>> extends FieldMatches<R> {
    public Value() {
      super(Side.VALUE);
    }
  }
}
