package io.tickstream.connect.cassandra.metrics;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows readings as MBeans, {@code <domain>:type=task,connector=…,task=…} and one per table. What
 * cannot be shown is no reason not to work.
 */
public final class MetricsPublisher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MetricsPublisher.class);

  private final String domain;
  private final String task;
  private final List<ObjectName> names = new ArrayList<>();

  public MetricsPublisher(String domain, String connector, int task) {
    this.domain = domain;
    this.task = "connector=" + ObjectName.quote(connector) + ",task=" + task;
  }

  /** Of the task and of each table it writes to. */
  public void publish(List<Reading> ofTask, Map<String, TableCounters> tables) {
    register("type=task," + task, ofTask);
    tables.forEach(
        (table, counters) ->
            register(
                "type=table," + task + ",table=" + ObjectName.quote(table), counters.readings()));
  }

  private void register(String properties, List<Reading> readings) {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    try {
      ObjectName name = new ObjectName(domain + ":" + properties);
      if (server.isRegistered(name)) {
        // A task that was given up on may not have been stopped yet; the new one counts.
        server.unregisterMBean(name);
      }
      server.registerMBean(new ReadingsBean(readings), name);
      names.add(name);
    } catch (JMException e) {
      LOG.warn("Metrics {} are not visible over JMX", properties, e);
    }
  }

  @Override
  public void close() {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    for (ObjectName name : names) {
      try {
        if (server.isRegistered(name)) {
          server.unregisterMBean(name);
        }
      } catch (JMException e) {
        LOG.debug("{} was gone already", name, e);
      }
    }
    names.clear();
  }
}
