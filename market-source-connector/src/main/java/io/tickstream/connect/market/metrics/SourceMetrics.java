package io.tickstream.connect.market.metrics;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** The current values of a task's {@link Metric}s. Thread-safe. */
public final class SourceMetrics {

  private final Map<Metric, AtomicLong> values = new EnumMap<>(Metric.class);

  public SourceMetrics() {
    for (Metric metric : Metric.values()) {
      values.put(metric, new AtomicLong(metric == Metric.BUDGET_LEFT ? -1 : 0));
    }
  }

  public void add(Metric metric, long delta) {
    value(metric).addAndGet(delta);
  }

  public void set(Metric metric, long current) {
    value(metric).set(current);
  }

  public long get(Metric metric) {
    return value(metric).get();
  }

  private AtomicLong value(Metric metric) {
    return Objects.requireNonNull(values.get(metric));
  }
}
