package io.tickstream.connect.cassandra;

import io.tickstream.connect.cassandra.failure.Backoff;
import io.tickstream.connect.cassandra.failure.FailureLog;
import io.tickstream.connect.cassandra.metrics.MetricsPublisher;
import io.tickstream.connect.cassandra.metrics.PluginMetricsBridge;
import io.tickstream.connect.cassandra.metrics.Reading;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.session.CqlRequests;
import io.tickstream.connect.cassandra.session.SessionLease;
import io.tickstream.connect.cassandra.session.Sessions;
import io.tickstream.connect.cassandra.settings.SinkSettings;
import io.tickstream.connect.cassandra.settings.WriteSettings;
import io.tickstream.connect.cassandra.table.TablePreparer;
import io.tickstream.connect.cassandra.write.Pipeline;
import io.tickstream.connect.cassandra.write.RequestLimit;
import io.tickstream.connect.cassandra.write.RequestLimits;
import io.tickstream.connect.cassandra.write.Tables;
import io.tickstream.connect.cassandra.write.Timer;
import io.tickstream.connect.cassandra.write.TimerThread;
import io.tickstream.connect.cassandra.write.Tools;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;
import org.slf4j.LoggerFactory;

/** A task with everything it holds; all of it is given back by {@link #stop}. */
final class StartedTask {
  private final SessionLease lease;
  private final RequestLimits.Lease limit;
  private final Timer timer;
  private final Pipeline pipeline;
  private final MetricsPublisher metrics;

  private StartedTask(
      SessionLease lease,
      RequestLimits.Lease limit,
      Timer timer,
      Pipeline pipeline,
      MetricsPublisher metrics) {
    this.metrics = metrics;
    this.lease = lease;
    this.limit = limit;
    this.timer = timer;
    this.pipeline = pipeline;
  }

  /** Does no I/O. */
  static StartedTask start(SinkSettings settings, int task, SinkTaskContext context) {
    SinkCounters counters = new SinkCounters();
    SessionLease lease = Sessions.ofWorker().lease(settings.connection());
    WriteSettings write = settings.write();
    RequestLimits.Lease limit =
        RequestLimits.ofWorker().lease(settings.connector(), write.maxRequests());
    Timer timer = new TimerThread("tickstream-sink-timer-" + settings.connector());
    Tools tools =
        new Tools(
            timer,
            System::nanoTime,
            new Backoff(
                write.backoffInitial(),
                write.backoffMax(),
                bound -> ThreadLocalRandom.current().nextLong(bound)),
            counters,
            new FailureLog(LoggerFactory.getLogger(CassandraSinkTask.class), System::nanoTime));
    CqlRequests requests = new CqlRequests(lease, write.maxRowsInBatch());
    Pipeline pipeline =
        new Pipeline(
            settings,
            context,
            tables(lease),
            batch -> requests.send(batch.rows()),
            limit.limit(),
            tools);
    pipeline.start();
    return new StartedTask(
        lease, limit, timer, pipeline, metrics(settings, task, context, counters, limit.limit()));
  }

  private static MetricsPublisher metrics(
      SinkSettings settings,
      int task,
      SinkTaskContext context,
      SinkCounters counters,
      RequestLimit limit) {
    List<Reading> readings = counters.readings(limit::underWay, limit::current);
    PluginMetricsBridge.publish(readings, context);
    MetricsPublisher publisher =
        new MetricsPublisher(settings.metrics().domain(), settings.connector(), task);
    if (settings.metrics().jmx()) {
      publisher.publish(readings, counters.tables());
    }
    return publisher;
  }

  private static Tables tables(SessionLease lease) {
    return (topic, table, sample) ->
        lease
            .session()
            .thenCompose(
                session -> new TablePreparer(session).prepare(table, topic.codec(), sample));
  }

  void put(Collection<SinkRecord> records) {
    pipeline.put(records);
  }

  Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> current) {
    return pipeline.preCommit(current);
  }

  void open(Collection<TopicPartition> partitions) {
    pipeline.open(partitions);
  }

  void close(Collection<TopicPartition> partitions) {
    pipeline.close(partitions);
  }

  void stop() {
    pipeline.stop();
    timer.close();
    limit.close();
    lease.close();
    metrics.close();
  }
}
