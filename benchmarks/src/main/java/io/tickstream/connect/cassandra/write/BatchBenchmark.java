package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.micro.SinkFixture;
import io.tickstream.connect.cassandra.metrics.SinkCounters;
import io.tickstream.connect.cassandra.table.Row;
import io.tickstream.connect.cassandra.table.TableRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.connect.sink.SinkRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Rows that are bound already are put into batches, which are taken for sending and have their
 * outcome. Times are per row. In the package of what it measures, none of which others may use.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BatchBenchmark {
  /** Two full batches of each of 50 partitions. */
  private static final int POLL = 3_200;

  private static final long NOW = 1;

  /** Distinct partition keys. With as many as rows, nothing can share a batch. */
  @Param({"50", "100000"})
  public int symbols;

  private final List<Row> rows = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Batch> sent = new ArrayList<>();
  private Outbox outbox;
  private Lane lane;

  /** Binds the rows of one poll, which then come again and again. */
  @Setup
  public void prepare() {
    SinkFixture fixture = new SinkFixture(new Rows(POLL, symbols, 4), false);
    TableRoute route = new TableRoute(fixture.target);
    PartitionProgress progress = new PartitionProgress(new Tally());
    for (int i = 0; i < POLL; i++) {
      SinkRecord record = fixture.record(i);
      deliveries.add(progress.accept(record, NOW));
      route.rows(record, record.timestamp() * 1000, rows);
    }
    int maxRows = fixture.settings.write().maxRowsInBatch();
    outbox = new Outbox(fixture.settings.write());
    lane = new Lane(new SinkCounters().table(fixture.target.layout().qualifiedName()), maxRows);
  }

  /** The rows of one poll. */
  @Benchmark
  @OperationsPerInvocation(POLL)
  public int assemble() {
    for (int i = 0; i < POLL; i++) {
      outbox.add(lane, rows.get(i), deliveries.get(i), NOW);
    }
    outbox.sealAll();
    int batches = 0;
    while (outbox.batches() > 0) {
      for (Batch batch = outbox.take(); batch != null; batch = outbox.take()) {
        sent.add(batch);
      }
      sent.forEach(outbox::finish);
      batches += sent.size();
      sent.clear();
    }
    return batches;
  }
}
