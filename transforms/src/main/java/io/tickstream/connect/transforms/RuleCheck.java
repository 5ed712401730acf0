package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.Condition;
import io.tickstream.connect.expressions.Expression;
import io.tickstream.connect.expressions.Scope;
import io.tickstream.connect.transforms.edit.FieldFault;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.connector.ConnectRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.header.Headers;
import org.jspecify.annotations.Nullable;

/** {@link Validate} at work. */
final class RuleCheck<R extends ConnectRecord<R>> implements Operation<R> {
  /** The rules compiled for one schema. */
  private record Plan(List<Condition<Object>> rules) {
    int firstBroken(Object content) {
      for (int i = 0; i < rules.size(); i++) {
        if (!rules.get(i).holds(content)) {
          return i;
        }
      }
      return rules.size();
    }

    int[] allBroken(Object content, int first) {
      return IntStream.range(first, rules.size())
          .filter(i -> !rules.get(i).holds(content))
          .toArray();
    }
  }

  private final List<Expression> rules;
  private final ValidateConfig.OnViolation onViolation;
  private final String header;
  private final ValidationCounts counts;
  private final SchemaPlans<Plan> plans = new SchemaPlans<>(this::plan);

  RuleCheck(ValidateConfig config, ValidationCounts counts) {
    this.rules = config.rules();
    this.onViolation = config.onViolation();
    this.header = config.header();
    this.counts = counts;
  }

  @Override
  public @Nullable R apply(R record, @Nullable Schema schema, Object content) {
    RecordTransform.requireFields(content);
    Plan plan = plans.get(schema);
    counts.countRecord();
    int first = plan.firstBroken(content);
    if (first == rules.size()) {
      return record;
    }
    int[] broken = plan.allBroken(content, first);
    counts.countViolation(broken);
    return switch (onViolation) {
      case FAIL -> throw new FieldFault(description(plan, broken, content));
      case DROP -> {
        counts.countDrop();
        yield null;
      }
      case MARK -> marked(record, broken);
    };
  }

  @Override
  public void close() {
    counts.unregister();
  }

  private Plan plan(@Nullable Schema schema) {
    return new Plan(rules.stream().map(rule -> rule.compile(Scope.fieldsOf(schema))).toList());
  }

  private static String description(Plan plan, int[] broken, Object content) {
    return IntStream.of(broken)
        .mapToObj(plan.rules::get)
        .map(rule -> "rule \"" + rule.text() + "\" does not hold (" + rule.describe(content) + ")")
        .collect(Collectors.joining("; "));
  }

  private R marked(R record, int[] broken) {
    Headers headers = record.headers().duplicate();
    headers.addString(
        header,
        IntStream.of(broken).mapToObj(i -> rules.get(i).text()).collect(Collectors.joining("; ")));
    return record.newRecord(
        record.topic(),
        record.kafkaPartition(),
        record.keySchema(),
        record.key(),
        record.valueSchema(),
        record.value(),
        record.timestamp(),
        headers);
  }
}
