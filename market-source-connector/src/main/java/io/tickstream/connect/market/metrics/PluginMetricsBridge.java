package io.tickstream.connect.market.metrics;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers metrics with workers that know plugin metrics, from Connect 4.1 on. Those classes are
 * looked up by name, because older workers do not have them.
 */
final class PluginMetricsBridge {

  private static final Logger LOG = LoggerFactory.getLogger(PluginMetricsBridge.class);

  private PluginMetricsBridge() {}

  static void publish(SourceMetrics metrics, SourceTaskContext context) {
    try {
      Class<?> api = Class.forName("org.apache.kafka.common.metrics.PluginMetrics");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Object registry =
          lookup
              .findVirtual(SourceTaskContext.class, "pluginMetrics", MethodType.methodType(api))
              .invoke(context);
      if (registry == null) {
        return;
      }
      MethodHandle metricName =
          lookup.findVirtual(
              api,
              "metricName",
              MethodType.methodType(
                  MetricName.class, String.class, String.class, LinkedHashMap.class));
      MethodHandle addMetric =
          lookup.findVirtual(
              api,
              "addMetric",
              MethodType.methodType(void.class, MetricName.class, MetricValueProvider.class));
      for (Metric metric : Metric.values()) {
        Object name =
            metricName.invoke(
                registry,
                metric.label(),
                metric.description(),
                new LinkedHashMap<String, String>());
        addMetric.invoke(registry, name, (Gauge<Long>) (config, now) -> metrics.get(metric));
      }
    } catch (ClassNotFoundException | NoSuchMethodException | NoSuchMethodError older) {
      LOG.debug("This worker has no plugin metrics");
    } catch (Throwable e) {
      // Whatever a worker does here, data goes on flowing.
      LOG.warn("The metrics are not visible as plugin metrics", e);
    }
  }
}
