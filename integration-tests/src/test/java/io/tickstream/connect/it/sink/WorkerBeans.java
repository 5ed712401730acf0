package io.tickstream.connect.it.sink;

import io.tickstream.connect.stack.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;

/** A look into a worker's JVM. */
final class WorkerBeans implements AutoCloseable {
  private final JMXConnector connector;
  private final MBeanServerConnection server;

  WorkerBeans(ServerProcess worker) {
    connector = worker.connectToBeans();
    try {
      server = connector.getMBeanServerConnection();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sink's own MBeans. */
  Set<ObjectName> ofSink() {
    try {
      return server.queryNames(new ObjectName("tickstream.sink:*"), null);
    } catch (IOException | JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A reading of one of a connector's tasks; 0 while the task is not there. */
  long reading(String connectorName, int task, String reading) {
    return read("type=task," + taskOf(connectorName, task), reading);
  }

  /** The same for one of the tables that the task writes to. */
  long tableReading(String connectorName, int task, String table, String reading) {
    return read(
        "type=table," + taskOf(connectorName, task) + ",table=" + ObjectName.quote(table), reading);
  }

  private static String taskOf(String connectorName, int task) {
    return "connector=%s,task=%d".formatted(ObjectName.quote(connectorName), task);
  }

  private long read(String properties, String reading) {
    try {
      ObjectName bean = new ObjectName("tickstream.sink:" + properties);
      return server.isRegistered(bean) ? (Long) server.getAttribute(bean, reading) : 0;
    } catch (IOException | JMException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The names of the threads that work for sinks: ours, and those of the driver's sessions. */
  List<String> threadsOfSinks() {
    try {
      ThreadMXBean threads = ManagementFactory.getPlatformMXBean(server, ThreadMXBean.class);
      return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
          .filter(Objects::nonNull)
          .map(ThreadInfo::getThreadName)
          .filter(name -> name.startsWith("tickstream-") || name.matches("s\\d+-.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
