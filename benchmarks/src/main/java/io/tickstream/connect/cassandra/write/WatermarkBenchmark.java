package io.tickstream.connect.cassandra.write;

import io.tickstream.connect.benchmarks.load.Rows;
import io.tickstream.connect.benchmarks.micro.SinkFixture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
 * Records of one partition are taken in, become durable, and move the offset that may be committed.
 * Times are per record. In the package of what it measures, none of which others may use.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class WatermarkBenchmark {
  private static final int POLL = 500;
  private static final long NOW = 1;
  private static final long QUIET = NOW + 1;

  /** The order in which records become durable. */
  @Param({"offsets", "random"})
  public String order = "offsets";

  private final PartitionProgress progress = new PartitionProgress(new Tally());
  private final List<SinkRecord> records = new ArrayList<>();
  private final List<Integer> durable = new ArrayList<>();
  private final List<Delivery> accepted = new ArrayList<>();

  /** Makes the records of one poll, which then come again and again. */
  @Setup
  public void prepare() {
    SinkFixture fixture = new SinkFixture(new Rows(POLL, 50, 4), false);
    for (int i = 0; i < POLL; i++) {
      records.add(fixture.record(i));
      durable.add(i);
    }
    if (order.equals("random")) {
      Collections.shuffle(durable, new Random(1));
    }
  }

  /** The records of one poll. */
  @Benchmark
  @OperationsPerInvocation(POLL)
  public long advance() {
    accepted.clear();
    for (SinkRecord record : records) {
      accepted.add(progress.accept(record, NOW));
    }
    for (int next : durable) {
      accepted.get(next).stepDone();
    }
    return progress.committable(POLL, QUIET);
  }
}
