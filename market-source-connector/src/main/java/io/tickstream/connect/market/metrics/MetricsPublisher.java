package io.tickstream.connect.market.metrics;

import java.lang.management.ManagementFactory;
import javax.management.InstanceAlreadyExistsException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a task's metrics as the MBean {@code tickstream.source:type=task,connector=…,task=…} and,
 * on workers that have them, as plugin metrics. Metrics that cannot be shown are no reason not to
 * work.
 */
public final class MetricsPublisher implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(MetricsPublisher.class);

  private final @Nullable ObjectName name;

  private MetricsPublisher(@Nullable ObjectName name) {
    this.name = name;
  }

  public static MetricsPublisher publish(
      SourceMetrics metrics, String connector, int task, SourceTaskContext context) {
    PluginMetricsBridge.publish(metrics, context);
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name =
          new ObjectName(
              "tickstream.source:type=task,connector="
                  + ObjectName.quote(connector)
                  + ",task="
                  + task);
      try {
        server.registerMBean(new MetricsBean(metrics), name);
      } catch (InstanceAlreadyExistsException leftover) {
        // A task that was given up on may not have been stopped yet; the new one is the one to look
        // at.
        server.unregisterMBean(name);
        server.registerMBean(new MetricsBean(metrics), name);
      }
      return new MetricsPublisher(name);
    } catch (JMException e) {
      LOG.warn("The metrics of {} task {} are not visible over JMX", connector, task, e);
      return new MetricsPublisher(null);
    }
  }

  @Override
  public void close() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      if (name != null && server.isRegistered(name)) {
        server.unregisterMBean(name);
      }
    } catch (JMException e) {
      LOG.debug("{} was gone already", name, e);
    }
  }
}
