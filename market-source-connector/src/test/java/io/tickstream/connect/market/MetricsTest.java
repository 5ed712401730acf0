package io.tickstream.connect.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tickstream.connect.market.metrics.Metric;
import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private static final Map<String, String> CONFIG =
      Map.of(
          "name",
          "metered",
          "provider",
          "simulator",
          "dataset",
          "trade",
          "symbols",
          "A,B",
          "topic",
          "t",
          "sim.rate",
          "0");

  @Test
  void theMBeanLivesAsLongAsTheTask() throws Exception {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    ObjectName name = new ObjectName("tickstream.source:type=task,connector=\"metered\",task=0");
    TaskRun run = TaskRun.start(CONFIG);
    int records = run.poll().size();

    assertThat(server.getAttribute(name, "records")).isEqualTo((long) records);
    assertThat(server.getAttribute(name, "symbols")).isEqualTo(2L);
    assertThat((long) server.getAttribute(name, "lag-ms")).isBetween(0L, 5_000L);
    assertThat(server.getMBeanInfo(name).getAttributes()).hasSize(Metric.values().length);
    run.close();
    assertThat(server.isRegistered(name)).isFalse();
  }

  @Test
  void theSameValuesArePluginMetrics() throws Exception {
    Map<String, Gauge<?>> published = new HashMap<>();
    PluginMetrics registry =
        new PluginMetrics() {
          // Kafka's interface is what it is.
          @SuppressWarnings("NonApiType")
          @Override
          public MetricName metricName(
              String name, String description, LinkedHashMap<String, String> tags) {
            return new MetricName(name, "plugins", description, tags);
          }

          @Override
          public void addMetric(MetricName name, MetricValueProvider<?> provider) {
            published.put(name.name(), (Gauge<?>) provider);
          }

          @Override
          public void removeMetric(MetricName name) {
            throw new UnsupportedOperationException();
          }

          @Override
          public Sensor addSensor(String name) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void removeSensor(String name) {
            throw new UnsupportedOperationException();
          }
        };
    FakeTaskContext context =
        new FakeTaskContext() {
          @Override
          public PluginMetrics pluginMetrics() {
            return registry;
          }
        };
    try (TaskRun run = TaskRun.start(CONFIG, context)) {
      int records = run.poll().size();
      assertThat(published).hasSize(Metric.values().length);
      assertThat(published.get("records").value(null, 0)).isEqualTo((long) records);
    }
  }
}
