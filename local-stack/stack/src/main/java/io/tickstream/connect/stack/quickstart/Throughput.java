package io.tickstream.connect.stack.quickstart;

import io.tickstream.connect.stack.ServerProcess;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** How many records each connector has moved so far, by the worker's own metrics. */
final class Throughput implements AutoCloseable {
  private static final String SOURCES = "kafka.connect:type=source-task-metrics,connector=*,task=*";
  private static final String SINKS = "kafka.connect:type=sink-task-metrics,connector=*,task=*";

  private final JMXConnector connection;
  private final MBeanServerConnection beans;

  private Throughput(JMXConnector connection) throws IOException {
    this.connection = connection;
    this.beans = connection.getMBeanServerConnection();
  }

  static Throughput of(ServerProcess worker) throws IOException {
    return new Throughput(worker.connectToBeans());
  }

  /** Records written to Kafka by sources, and handed to sinks, since their tasks started. */
  Map<String, Long> totals() throws IOException {
    Map<String, Long> totals = new HashMap<>();
    try {
      add(totals, SOURCES, "source-record-write-total");
      add(totals, SINKS, "sink-record-send-total");
    } catch (JMException e) {
      throw new IOException("the worker's metrics cannot be read", e);
    }
    return totals;
  }

  private void add(Map<String, Long> totals, String pattern, String attribute)
      throws IOException, JMException {
    Set<ObjectName> tasks = beans.queryNames(new ObjectName(pattern), null);
    for (ObjectName task : tasks) {
      String connector = task.getKeyProperty("connector").replace("\"", "");
      long count = ((Number) beans.getAttribute(task, attribute)).longValue();
      totals.merge(connector, count, Long::sum);
    }
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
