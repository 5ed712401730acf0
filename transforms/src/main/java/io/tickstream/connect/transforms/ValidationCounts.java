package io.tickstream.connect.transforms;

import io.tickstream.connect.expressions.Expression;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The counts behind {@link ValidationMXBean}. Written by the task's thread alone, so that lazy
 * stores are enough; read by any.
 */
final class ValidationCounts implements ValidationMXBean {
  private static final Logger LOG = LoggerFactory.getLogger(ValidationCounts.class);

  /** What the worker puts into the logging context of a task's thread: {@code [name|task-0] }. */
  private static final Pattern TASK = Pattern.compile("\\[(.+)\\|task-(\\d+).*");

  private final List<Expression> rules;
  private final AtomicLong records = new AtomicLong();
  private final AtomicLong violations = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private final AtomicLongArray byRule;
  private @Nullable ObjectName registeredAs;

  private ValidationCounts(List<Expression> rules) {
    this.rules = rules;
    this.byRule = new AtomicLongArray(rules.size());
  }

  /** Counts that JMX shows until {@link #unregister}; without JMX they are merely not shown. */
  static ValidationCounts registered(String name, List<Expression> rules) {
    ValidationCounts counts = new ValidationCounts(rules);
    try {
      counts.register(name);
    } catch (JMException e) {
      LOG.warn("The counts of {} will not be visible in JMX", name, e);
    }
    return counts;
  }

  private void register(String name) throws JMException {
    String base = objectName(MDC.get("connector.context"), name);
    for (int instance = 1; registeredAs == null; instance++) {
      try {
        String suffix = instance == 1 ? "" : ",instance=" + instance;
        registeredAs =
            ManagementFactory.getPlatformMBeanServer()
                .registerMBean(this, new ObjectName(base + suffix))
                .getObjectName();
      } catch (InstanceAlreadyExistsException e) {
        // Two Validates of one name in one task: the next number is free sooner or later.
        LOG.debug("{} is taken", base);
      }
    }
  }

  static String objectName(@Nullable String loggingContext, String name) {
    Matcher task = TASK.matcher(loggingContext == null ? "" : loggingContext);
    String owner =
        task.matches() ? ",connector=" + quoted(task.group(1)) + ",task=" + task.group(2) : "";
    return "tickstream.transforms:type=Validate" + owner + ",name=" + quoted(name);
  }

  private static String quoted(String value) {
    return value.matches("[\\w.$-]+") ? value : ObjectName.quote(value);
  }

  void unregister() {
    ObjectName name = registeredAs;
    registeredAs = null;
    if (name != null) {
      try {
        ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
      } catch (JMException e) {
        LOG.warn("{} could not be taken out of JMX", name, e);
      }
    }
  }

  void countRecord() {
    increment(records);
  }

  void countViolation(int[] brokenRules) {
    increment(violations);
    for (int rule : brokenRules) {
      byRule.lazySet(rule, byRule.get(rule) + 1);
    }
  }

  void countDrop() {
    increment(dropped);
  }

  @Override
  public long getRecords() {
    return records.get();
  }

  @Override
  public long getViolations() {
    return violations.get();
  }

  @Override
  public long getDropped() {
    return dropped.get();
  }

  @Override
  public Map<String, Long> getViolationsByRule() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < rules.size(); i++) {
      counts.merge(rules.get(i).text(), byRule.get(i), Long::sum);
    }
    return counts;
  }

  private static void increment(AtomicLong count) {
    count.lazySet(count.get() + 1);
  }
}
