package io.tickstream.connect.cassandra.metrics;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.MetricValueProvider;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers readings with workers that know plugin metrics, from Connect 4.1 on, by method handle:
 * older workers lack the classes. The worker removes them when the task ends.
 */
public final class PluginMetricsBridge {
  private static final Logger LOG = LoggerFactory.getLogger(PluginMetricsBridge.class);

  private PluginMetricsBridge() {}

  /** Does nothing on older workers. */
  public static void publish(List<Reading> readings, SinkTaskContext context) {
    try {
      Class<?> api = Class.forName("org.apache.kafka.common.metrics.PluginMetrics");
      MethodHandles.Lookup lookup = MethodHandles.publicLookup();
      Object registry =
          lookup
              .findVirtual(SinkTaskContext.class, "pluginMetrics", MethodType.methodType(api))
              .invoke(context);
      if (registry == null) {
        return;
      }
      MethodType toName =
          MethodType.methodType(MetricName.class, String.class, String.class, LinkedHashMap.class);
      MethodHandle metricName = lookup.findVirtual(api, "metricName", toName);
      MethodType toAdd =
          MethodType.methodType(void.class, MetricName.class, MetricValueProvider.class);
      MethodHandle addMetric = lookup.findVirtual(api, "addMetric", toAdd);
      for (Reading reading : readings) {
        Object name =
            metricName.invoke(
                registry,
                reading.label(),
                reading.description(),
                new LinkedHashMap<String, String>());
        addMetric.invoke(
            registry, name, (Gauge<Long>) (config, now) -> reading.value().getAsLong());
      }
    } catch (ClassNotFoundException | NoSuchMethodException | NoSuchMethodError older) {
      LOG.debug("This worker has no plugin metrics");
    } catch (Throwable e) {
      // Whatever a worker does here, data goes on flowing.
      LOG.warn("The metrics are not visible as plugin metrics", e);
    }
  }
}
