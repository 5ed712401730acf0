package io.tickstream.connect.market;

import io.tickstream.connect.market.config.MarketSourceConfig;
import io.tickstream.connect.market.config.TaskConfig;
import io.tickstream.connect.market.metrics.Metric;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.management.ObjectName;
import org.apache.kafka.connect.source.SourceRecord;

/** Runs one task of a connector as a worker would. */
final class TaskRun implements AutoCloseable {

  final FakeTaskContext context;
  final MarketSourceTask task = new MarketSourceTask();

  private TaskRun(Map<String, String> config, FakeTaskContext context) {
    this.context = context;
    task.initialize(context);
    task.start(config);
  }

  /** The only task of a connector. */
  static TaskRun start(Map<String, String> config) {
    return start(config, new FakeTaskContext());
  }

  /** The only task of a connector that may have run before. */
  static TaskRun start(Map<String, String> config, FakeTaskContext context) {
    return new TaskRun(taskConfigs(config, 1).get(0), context);
  }

  /** One of a connector's tasks. */
  static TaskRun startTask(Map<String, String> taskConfig, FakeTaskContext context) {
    return new TaskRun(taskConfig, context);
  }

  static List<Map<String, String>> taskConfigs(Map<String, String> config, int maxTasks) {
    Map<String, String> named = new HashMap<>(config);
    named.putIfAbsent("name", "test");
    return TaskConfig.split(named, new MarketSourceConfig(named).listedSymbols(), maxTasks);
  }

  List<SourceRecord> poll() throws InterruptedException {
    List<SourceRecord> records = task.poll();
    return records == null ? List.of() : records;
  }

  /** Polls until there are so many records. */
  List<SourceRecord> take(int count) throws InterruptedException {
    return until(records -> records.size() >= count);
  }

  List<SourceRecord> until(Predicate<List<SourceRecord>> enough) throws InterruptedException {
    List<SourceRecord> all = new ArrayList<>();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!enough.test(all)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("only " + all.size() + " records within a minute");
      }
      all.addAll(poll());
    }
    return all;
  }

  /** A metric as JMX shows it, of the only task of a connector named {@code test}. */
  static long metric(Metric metric) throws Exception {
    return (long)
        ManagementFactory.getPlatformMBeanServer()
            .getAttribute(
                new ObjectName("tickstream.source:type=task,connector=\"test\",task=0"),
                metric.label());
  }

  /** Polls until nothing has come for a number of polls. */
  List<SourceRecord> drain(int emptyPolls) throws InterruptedException {
    List<SourceRecord> all = new ArrayList<>();
    int empty = 0;
    while (empty < emptyPolls) {
      List<SourceRecord> records = poll();
      empty = records.isEmpty() ? empty + 1 : 0;
      all.addAll(records);
    }
    return all;
  }

  @Override
  public void close() {
    task.stop();
  }
}
